/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

/**
 * What axe finds wrong with a page, or a part of it: each rule with the elements that break it. Colours that are still
 * on their way to others, as after a change of the colour scheme, are waited for.
 */
export async function findings(page: Page, part: { within?: string; except?: string } = {}) {
  await page.evaluate(() => {
    const transitions = document.getAnimations().filter((each) => each instanceof CSSTransition)
    return Promise.allSettled(transitions.map(({ finished }) => finished)).then(() => {})
  })
  const axe = new AxeBuilder({ page })
  if (part.within) axe.include(part.within)
  if (part.except) axe.exclude(part.except)
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
