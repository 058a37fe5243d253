import { NAMED_WIDGET_FIELDS } from '#chat/models/named_widget_fields'
import type { WidgetField } from '#chat/models/widget_fields/field'
import { CONVERSATION_STATUSES } from '#chat/services/conversations/status_rules'
import type { JsonSchema } from '#chat/transformers/api/shape'

const text = { type: 'string' }
const textOrNull = { type: ['string', 'null'] }
const integer = { type: 'integer' }
const integerOrNull = { type: ['integer', 'null'] }
const flag = { type: 'boolean' }
const uuid = { type: 'string', format: 'uuid' }
const moment = { type: 'string', format: 'date-time' }
const momentOrNull = { type: ['string', 'null'], format: 'date-time' }
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const orNull = (schema: JsonSchema) => ({ anyOf: [schema, { type: 'null' }] })

const object = (
  description: string,
  properties: JsonSchema,
  leftOut: string[] = []
): JsonSchema => ({
  type: 'object',
  description,
  properties,
  required: Object.keys(properties).filter((name) => !leftOut.includes(name)),
  additionalProperties: false,
})

const AVAILABILITY = {
  online: { ...flag, description: 'Whether an agent is there now.' },
  next_open_at: { ...momentOrNull, description: 'Outside business hours: when they begin.' },
  closes_at: { ...momentOrNull, description: 'Within business hours: when they end.' },
}

const messages = { type: 'array', items: ref('VisitorMessage'), description: 'Oldest first.' }
const hasMore = { ...flag, description: 'Whether there are more beyond this page.' }
const unread = { ...integer, description: 'Messages that the visitor has not read.' }

function ofField({ kind, ...field }: WidgetField): JsonSchema {
  if (kind === 'flag') return flag
  if (kind === 'pixels' || kind === 'megabytes') return integer
  if (kind === 'address' || kind === 'optionalText') return textOrNull
  return 'values' in field ? { ...text, enum: field.values } : text
}

const IN_FRAME = NAMED_WIDGET_FIELDS.filter(({ field }) => field.inFrame)

const CONFIG = {
  key: text,
  api: { ...text, description: 'Where the other routes of this widget begin.' },
  ...Object.fromEntries(IN_FRAME.map(({ frame, field }) => [frame, ofField(field)])),
  signed_in: {
    ...flag,
    description: 'Whether its visitors are logged-in users of the page around it.',
  },
  max_length: { ...integer, description: 'Of a message, in characters.' },
  accept: {
    ...text,
    description: 'The extensions of files that visitors can send; empty where they can send none.',
  },
  ...AVAILABILITY,
  time_zone: { ...textOrNull, description: 'Of the business hours.' },
}

const SESSION = {
  visitor: ref('VisitorSelf'),
  end_key: { ...text, description: 'Ends the token, and does nothing else.' },
  conversation: orNull(ref('VisitorConversation')),
  messages,
  has_more: hasMore,
  unread,
  ...AVAILABILITY,
}

/** What visitors are answered with, among the document's components: every key, and no other. */
export const PUBLIC_SCHEMAS: Record<string, JsonSchema> = {
  WidgetConfig: object('What a client has to know of a widget.', CONFIG),
  VisitorSelf: object('A visitor as they see themselves.', {
    name: textOrNull,
    email: textOrNull,
    phone: textOrNull,
    has_email: { ...flag, description: 'Whether an email would reach them.' },
  }),
  VisitorMessage: object('A message as its visitor sees it.', {
    id: uuid,
    seq: { ...integer, description: 'Its position in the thread.' },
    client_message_id: { ...textOrNull, description: 'Of the visitor’s own messages.' },
    sender_type: { enum: ['visitor', 'agent', 'bot', 'system'] },
    sender_name: text,
    type: { enum: ['text', 'file', 'event'] },
    content: text,
    metadata: {
      type: ['object', 'null'],
      description: 'Of a system line: its `event`. Of a message with files: its `attachments`.',
      properties: { event: textOrNull, attachments: { type: 'array', items: ref('VisitorFile') } },
    },
    created_at: moment,
    read_at: momentOrNull,
  }),
  VisitorFile: object('A file of a message, or one that waits to be sent.', {
    id: uuid,
    name: text,
    media_type: text,
    size: { ...integer, description: 'In bytes.' },
    width: { ...integerOrNull, description: 'Of a picture, in pixels.' },
    height: integerOrNull,
    has_preview: { ...flag, description: 'Whether there is a smaller picture of it.' },
  }),
  VisitorFileAddress: object('Where a file can be saved from.', {
    url: { ...textOrNull, description: 'Null where the file is sent by its own route.' },
  }),
  VisitorConversation: object(
    'A conversation as its visitor sees it.',
    {
      id: uuid,
      number: text,
      status: { enum: CONVERSATION_STATUSES },
      agent_name: { ...textOrNull, description: 'The agent, once they have joined.' },
      agent_online: {
        ...flag,
        description: 'Whether that agent is there; left out where it is not known.',
      },
      agent_read_seq: integer,
      visitor_read_seq: integer,
      previous_id: { ...textOrNull, description: 'The conversation before this one.' },
      created_at: moment,
      rating: { type: ['integer', 'null'] },
      feedback: textOrNull,
      ended_at: momentOrNull,
      queue: {
        ...orNull(
          object('The position in the queue.', {
            position: integer,
            wait_seconds: { type: ['integer', 'null'] },
          })
        ),
        description: 'Null when it does not wait; left out where it is not known.',
      },
    },
    ['agent_online', 'queue']
  ),
  VisitorSession: object('Where a visitor left off.', SESSION),
  NewVisitorSession: object('A new visitor.', {
    visitor_token: { ...text, description: 'For `X-Visitor-Token`; returned only here.' },
    ...SESSION,
  }),
  VisitorLink: object('What a link stands for.', {
    visitor_token: { ...text, description: 'For `X-Visitor-Token`; reaches one conversation.' },
  }),
  VisitorIdentity: object('Who a visitor says they are.', { visitor: ref('VisitorSelf') }),
  VerifiedVisitor: object(
    'A verified visitor.',
    {
      visitor_token: {
        ...text,
        description: 'For `X-Visitor-Token`; left out when the one that was sent stays good.',
      },
      end_key: { ...text, description: 'Ends the token, and does nothing else.' },
      visitor_id: { ...uuid, description: 'Names the visitor without letting anyone in.' },
      visitor: ref('VisitorSelf'),
      verified_until: { ...moment, description: 'Until then, messages count as verified.' },
    },
    ['visitor_token']
  ),
  VisitorThread: object('A conversation with its newest messages.', {
    conversation: ref('VisitorConversation'),
    messages,
    has_more: hasMore,
  }),
  VisitorMessages: object('A page of a thread.', {
    messages,
    has_more: hasMore,
    conversation: ref('VisitorConversation'),
    unread,
    ...AVAILABILITY,
  }),
  PushOffer: object('What a browser subscribes to pushes by.', {
    key: { ...text, description: 'The `applicationServerKey`, base64url.' },
    ask: { ...text, description: 'The question to the visitor, in their language.' },
    accept: text,
    decline: text,
    on: text,
    turn_off: text,
    failed: text,
  }),
  VisitorRating: object('A rating.', {
    rating: { type: ['integer', 'null'] },
    feedback: textOrNull,
  }),
}
