export { renderWebWidget } from './render_web_widget.js'
export type { WebWidgetHandle, WebWidgetIdentity } from './render_web_widget.js'
export type { WebWidgetOptions, WebWidgetPosition } from './options.js'
export type { WebWidgetEvent, WebWidgetEvents } from './events.js'
