import { ConsentRequired } from '#chat/exceptions/chat_errors'
import type Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'

/**
 * What a widget asks for must be agreed to (W16): refuses a session of a visitor who has not agreed to the present
 * version of its text, now or before. Nothing is stored then.
 *
 * @param given the version that the request says the visitor has agreed to
 * @throws ConsentRequired
 */
export function requireConsent(widget: Widget, visitor: Visitor | null, given?: string | null) {
  if (widget.consentText === null) return
  const { consentVersion } = widget
  if (given !== consentVersion && visitor?.consentVersion !== consentVersion) {
    throw new ConsentRequired()
  }
}
