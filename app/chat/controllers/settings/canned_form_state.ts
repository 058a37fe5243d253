import { errors as vineErrors } from '@vinejs/vine'
import type CannedResponse from '#chat/models/canned_response'
import { PLACEHOLDER_NAMES } from '#chat/services/answers/placeholders'
import { firstReasons } from '#chat/controllers/settings/first_reasons'
import { MAX_MESSAGE_LENGTH } from '#chat/validators/widget/fields'
import { ShortcutTaken, UnknownPlaceholder } from '#chat/exceptions/chat_errors'

/** The first reason per field. */
type Reasons = Record<string, string>

interface RefusedForm {
  input: Record<string, unknown>
  errors: Reasons
}

const asText = (value: unknown) => (typeof value === 'string' ? value : '')

/** Everything that the form's page shows: a response as it is, or as it was sent and refused. */
export function cannedFormState(response: CannedResponse | null, refused?: RefusedForm) {
  const { shortcut, title, content } = refused?.input ?? response ?? {}
  return {
    response,
    action: response
      ? `/settings/canned-responses/${response.externalId}?_method=PUT`
      : '/settings/canned-responses',
    values: { shortcut: asText(shortcut), title: asText(title), content: asText(content) },
    errors: refused?.errors ?? {},
    placeholders: PLACEHOLDER_NAMES.map((name) => `{{${name}}}`),
    fallbackExample: '{{visitor.name|there}}',
    maxLength: MAX_MESSAGE_LENGTH,
  }
}

/** Why a form was refused, in the form's own terms; null for what is no refusal. */
export function refusalOf(error: unknown): Reasons | null {
  if (error instanceof ShortcutTaken) return { shortcut: error.message }
  if (error instanceof UnknownPlaceholder) {
    return { content: `${error.message}. Use ${PLACEHOLDER_NAMES.map(braced).join(', ')}.` }
  }
  if (!(error instanceof vineErrors.E_VALIDATION_ERROR)) return null
  return firstReasons(error.messages)
}

const braced = (name: string) => `{{${name}}}`
