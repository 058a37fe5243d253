import { PROACTIVE_DEFAULTS, type ProactiveAttributes } from '#chat/services/proactive/proactive'
import type { ChatWorld } from '#tests/helpers/chat_world'

/** A proactive message of the world's widget. */
export function addRule(
  { chat, widget }: ChatWorld,
  attributes: Partial<ProactiveAttributes> = {}
) {
  const rule = { ...PROACTIVE_DEFAULTS, name: 'Help', message: 'Need help choosing?' }
  return chat.proactive.create(widget, { ...rule, ...attributes }, null)
}
