import type { FrameConfigJson } from '../../../../app/chat/transformers/json/widget_json.js'

/** The server's configuration of the widget in the frame. */
export type WidgetConfig = FrameConfigJson

/** Reads the configuration that the page carries as a data block. */
export function readConfig(): WidgetConfig {
  return JSON.parse(document.getElementById('chat-config')!.textContent!)
}
