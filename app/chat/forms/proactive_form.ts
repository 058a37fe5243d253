import type ProactiveRule from '#chat/models/proactive_rule'
import type Widget from '#chat/models/widget'
import { PROACTIVE_DEFAULTS, type ProactiveAttributes } from '#chat/services/proactive/proactive'
import { omitUndefined } from '#chat/support/omit_undefined'
import { chatUrl } from '#chat/support/chat_url'
import { asTextOrNumber, isTicked } from '#chat/forms/sent_values'

/** The fields of a rule: as forms and programs call them, and as models do. */
const ATTRIBUTES = {
  name: 'name',
  is_active: 'isActive',
  message: 'message',
  sender_name: 'senderName',
  language: 'language',
  delay_seconds: 'delaySeconds',
  seconds_on_page: 'secondsOnPage',
  scroll_percent: 'scrollPercent',
  idle_seconds: 'idleSeconds',
  exit_intent: 'exitIntent',
  page_pattern: 'pagePattern',
  min_visits: 'minVisits',
  trigger_name: 'triggerName',
} as const satisfies Record<string, keyof ProactiveAttributes>

const FIELDS = Object.entries(ATTRIBUTES)

interface Refused {
  input: Record<string, unknown>
  errors: Record<string, string>
}

/** The changes to a rule that a program's request names; omitted fields are left out. */
export function toProactiveChanges(input: Record<string, unknown>): Partial<ProactiveAttributes> {
  return omitUndefined(
    Object.fromEntries(FIELDS.map(([field, attribute]) => [attribute, input[field]]))
  ) as Partial<ProactiveAttributes>
}

/** A rule's attributes from its form: what is not in it is off, or none. */
export function toProactiveAttributes(input: Record<string, unknown>): ProactiveAttributes {
  const given = FIELDS.map(([field, attribute]) => [attribute, input[field] ?? undefined])
  const attributes = { ...PROACTIVE_DEFAULTS, ...omitUndefined(Object.fromEntries(given)) }
  return { ...attributes, isActive: input.is_active === true } as ProactiveAttributes
}

/** The state of the form's page: a stored rule, a new one, or refused input. */
export function proactiveFormState(widget: Widget, rule: ProactiveRule | null, refused?: Refused) {
  const stored: Partial<ProactiveAttributes> = rule ?? PROACTIVE_DEFAULTS
  const read = (field: string, attribute: keyof ProactiveAttributes) =>
    refused ? refused.input[field] : stored[attribute]
  const values = FIELDS.map(([field, attribute]) => {
    const value = read(field, attribute)
    const isFlag = field === 'is_active' || field === 'exit_intent'
    return [field, isFlag ? isTicked(value) : asTextOrNumber(value)]
  })
  const at = { widget: widget.externalId }
  return {
    widget,
    rule,
    values: Object.fromEntries(values) as Record<string, string | boolean>,
    errors: refused?.errors ?? {},
    action: rule
      ? chatUrl(
          'chat.settings.proactive.update',
          { ...at, id: rule.externalId },
          { _method: 'PUT' }
        )
      : chatUrl('chat.settings.proactive.store', at),
  }
}
