/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

interface Part {
  within?: string
  except?: string
}

/** The rules about colours: what all others look at is the same in the light and in the dark. */
const ABOUT_COLOURS = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds wrong with a page, or a part of it: each rule with the elements that break it. Colours that are on
 * their way to others, as after a change of the colour scheme, arrive first.
 */
export async function findings(page: Page, part: Part = {}) {
  return analyze(page, part)
}

/** The same, of a page in the light, then of its colours in the dark. */
export async function findingsLightAndDark(page: Page, part: Part = {}) {
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await analyze(page, part)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await analyze(page, part, ABOUT_COLOURS)
  await page.emulateMedia({ colorScheme: 'light' })
  return [...light, ...dark.map((finding) => `in the dark, ${finding}`)]
}

async function analyze(page: Page, { within, except }: Part, rules?: string[]) {
  await page.evaluate(() => {
    for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish()
  })
  // Several frames need a page beside this one to gather what was found; that page costs more than a look
  const axe = new AxeBuilder({ page }).setLegacyMode(page.frames().length === 1)
  if (rules) axe.withRules(rules)
  if (within) axe.include(within)
  if (except) axe.exclude(except)
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
