import { readableOn } from '#chat/support/colors'
import type { LauncherLook } from '#chat/transformers/widget_look'

/** Pixels between the screen's edge and the launcher, and between the launcher and what opens beside it. */
const EDGE = 20
const GAP = 12

/** On a page that is written from right to left, right is where lines begin. */
const SIDES: Record<string, string> = { right: 'end', left: 'start' }

const SCHEMES = { auto: 'light dark', light: 'light', dark: 'dark' }

/**
 * A widget's own part of the loader's stylesheet: colours, measures and the corner. The rest of it, in
 * `resources/css/chat/loader`, is the same for all.
 */
export function launcherStyles(widget: LauncherLook) {
  const { primaryColor, textColor, position, launcherSize } = widget
  const [block, inline] = position.split('-')
  return (
    `:host{--primary:${primaryColor};--text:${readableOn(primaryColor, textColor)};` +
    `--size:${launcherSize}px;--radius:${widget.borderRadius}px;--scheme:${SCHEMES[widget.theme]}}` +
    `.launcher,.panel,.preview{${block}:${EDGE}px;inset-inline-${SIDES[inline]}:${EDGE}px}` +
    `.panel,.preview{${block}:${EDGE + launcherSize + GAP}px}`
  )
}
