import { errors } from '#chat/validators/vine'
import type CannedResponse from '#chat/models/canned_response'
import { PLACEHOLDER_NAMES } from '#chat/services/canned_responses/placeholders'
import { firstReasons } from '#chat/http/first_reasons'
import { MAX_MESSAGE_LENGTH } from '#chat/services/conversations/message_rules'
import { ShortcutTaken, UnknownPlaceholder } from '#chat/exceptions/chat_errors'
import { text } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'
import { asText } from '#chat/forms/sent_values'

/** The first message per field. */
type Reasons = Record<string, string>

interface RefusedForm {
  input: Record<string, unknown>
  errors: Reasons
}

/** The state of the form's page: a stored response, or refused input. */
export function cannedFormState(response: CannedResponse | null, refused?: RefusedForm) {
  const { shortcut, title, content } = refused?.input ?? response ?? {}
  return {
    response,
    action: response
      ? chatUrl('chat.settings.canned.update', { id: response.externalId }, { _method: 'PUT' })
      : chatUrl('chat.settings.canned.index'),
    values: { shortcut: asText(shortcut), title: asText(title), content: asText(content) },
    errors: refused?.errors ?? {},
    placeholders: PLACEHOLDER_NAMES.map((name) => `{{${name}}}`),
    fallbackExample: '{{visitor.name|there}}',
    maxLength: MAX_MESSAGE_LENGTH,
  }
}

/** The form's errors for a service error; null when it is not about the input. */
export function refusalOf(error: unknown): Reasons | null {
  if (error instanceof ShortcutTaken) return { shortcut: error.message }
  if (error instanceof UnknownPlaceholder) {
    return {
      content: text('canned.unknown_placeholder', {
        problem: error.message,
        placeholders: PLACEHOLDER_NAMES.map(braced).join(', '),
      }),
    }
  }
  if (!(error instanceof errors.E_VALIDATION_ERROR)) return null
  return firstReasons(error.messages)
}

const braced = (name: string) => `{{${name}}}`
