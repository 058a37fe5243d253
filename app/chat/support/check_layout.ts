import type { Edge } from 'edge.js'
import { LayoutMissing, LayoutSlotMissing } from '#chat/exceptions/setup_errors'

const SLOTS = ['head', 'main', 'scripts']
const INCLUDED = /@!?(?:include|component)\(\s*['"`]([^'"`]+)['"`]/g

/**
 * Refuses a layout that would drop a part of the chat's pages without a sign.
 *
 * @throws LayoutMissing when there is no such component
 * @throws LayoutSlotMissing when neither it nor what it includes renders a slot
 */
export function checkLayout({ loader }: Edge, layout: string) {
  const source = sourceOf(loader, layout, new Set())
  if (source === null) throw new LayoutMissing(layout)
  const missing = SLOTS.find((slot) => !source.includes(`$slots.${slot}(`))
  if (missing) throw new LayoutSlotMissing(layout, missing)
}

/** The template's text and that of every template it includes; null when it does not exist. */
function sourceOf(loader: Edge['loader'], path: string, seen: Set<string>): string | null {
  if (seen.has(path)) return ''
  seen.add(path)
  try {
    const { template } = loader.resolve(path)
    const inner = [...template.matchAll(INCLUDED)].map(([, each]) => sourceOf(loader, each, seen))
    return [template, ...inner].join('\n')
  } catch {
    return null
  }
}
