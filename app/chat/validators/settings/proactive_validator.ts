import vine from '#chat/validators/vine'
import type { SchemaTypes } from '@vinejs/vine/types'
import { isNamed } from '#chat/validators/api/named'
import { number } from '#chat/validators/number'
import { TextMessages } from '#chat/validators/text_messages'
import { text } from '#chat/validators/text'
import { content, personName } from '#chat/validators/widget/fields'
import { text as chatText } from '#chat/texts/text'

const MAX_MESSAGE = 1000
const DAY_SECONDS = 86_400

/** As many stars as a pattern may have: each makes the comparison slower in every visitor's browser. */
const PATTERN = /^(\/|https?:\/\/|\*)(?!(?:[^*]*\*){6})\S*$/
const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i
const TRIGGER = /^[\w.-]+$/

const whole = (from: number, to: number) => number().withoutDecimals().range([from, to])

/** What has to be there, and what may be missing; a field of the second kind may be null. */
const REQUIRED = { name: () => text(120), message: () => content().maxLength(MAX_MESSAGE) }
const OPTIONAL = {
  sender_name: () => personName(),
  language: () => vine.string().trim().maxLength(35).regex(LANGUAGE),
  seconds_on_page: () => whole(1, DAY_SECONDS),
  scroll_percent: () => whole(1, 100),
  idle_seconds: () => whole(1, DAY_SECONDS),
  page_pattern: () => vine.string().trim().maxLength(200).regex(PATTERN),
  min_visits: () => whole(1, 1000),
  trigger_name: () => vine.string().trim().maxLength(60).regex(TRIGGER),
}

const each = <Field>(fields: Record<string, () => Field>, as: (field: Field) => SchemaTypes) =>
  Object.fromEntries(Object.entries(fields).map(([name, make]) => [name, as(make())]))

const optional = each(OPTIONAL, (field: any) => field.nullable().optional())

/** A rule's whole form; a box that is not ticked does not come with it. */
export const proactiveValidator = vine.create({
  ...each(REQUIRED, (field: any) => field),
  ...optional,
  is_active: vine.boolean().optional(),
  exit_intent: vine.boolean().optional(),
  delay_seconds: whole(0, 3600).optional(),
})

proactiveValidator.messagesProvider = new TextMessages(
  () => ({
    'language.regex': chatText('proactive.invalid.language'),
    'page_pattern.regex': chatText('proactive.invalid.page_pattern'),
    'trigger_name.regex': chatText('proactive.invalid.trigger_name'),
  }),
  () => ({
    name: chatText('proactive.name.label'),
    message: chatText('proactive.message.label'),
    sender_name: chatText('proactive.sender_name.label'),
    language: chatText('proactive.language.label'),
    delay_seconds: chatText('proactive.delay_seconds.label'),
    seconds_on_page: chatText('proactive.seconds_on_page.label'),
    scroll_percent: chatText('proactive.scroll_percent.label'),
    idle_seconds: chatText('proactive.idle_seconds.label'),
    page_pattern: chatText('proactive.page_pattern.label'),
    min_visits: chatText('proactive.min_visits.label'),
    trigger_name: chatText('proactive.trigger_name.label'),
  })
)

const CHANGES = {
  ...optional,
  is_active: vine.boolean({ strict: true }).optional().requiredWhen(isNamed),
  exit_intent: vine.boolean({ strict: true }).optional().requiredWhen(isNamed),
  delay_seconds: whole(0, 3600).optional().requiredWhen(isNamed),
}

/** What a new rule is to be; what is left out is as in a new form. */
export const newProactiveValidator = vine.create({
  ...each(REQUIRED, (field: any) => field),
  ...CHANGES,
})

/** What is to change about a rule; what is left out stays. */
export const proactiveChangesValidator = vine.create({
  ...each(REQUIRED, (field: any) => field.optional().requiredWhen(isNamed)),
  ...CHANGES,
})
