import type Widget from '#chat/models/widget'
import { readableOn } from '#chat/support/colors'

/** Pixels between the screen's edge and the launcher, and between the launcher and what opens beside it. */
const EDGE = 20
const GAP = 12

const SCHEMES = { auto: 'light dark', light: 'light', dark: 'dark' }

/**
 * A widget's own part of the loader's stylesheet: colours, measures and the corner. The rest of it, in
 * `resources/css/chat/loader`, is the same for all; the panel and the preview are the divs of its top level.
 */
export function launcherStyles(widget: Widget) {
  const { primaryColor, textColor, position, launcherSize } = widget
  const [block, inline] = position.split('-')
  return (
    `:host{--primary:${primaryColor};--size:${launcherSize}px;--radius:${widget.borderRadius}px;` +
    `color-scheme:${SCHEMES[widget.theme]}!important}` +
    `.launcher{color:${readableOn(primaryColor, textColor)}}` +
    `.launcher,div{${block}:${EDGE}px;${inline}:${EDGE}px}div{${block}:${EDGE + launcherSize + GAP}px}`
  )
}
