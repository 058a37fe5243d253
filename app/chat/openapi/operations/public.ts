import type { Operations } from '#chat/openapi/operation'
import { plain, nothing } from '#chat/openapi/operation'
import { publicScriptOperations } from '#chat/openapi/operations/public_scripts'
import * as conversation from '#chat/validators/widget/conversation'
import { publicFileOperations } from '#chat/openapi/operations/files'
import { MAIL_REFUSALS, transcriptFile } from '#chat/openapi/operations/transcripts'
import { transcriptMailValidator, transcriptValidator } from '#chat/validators/widget/transcript'
import {
  endpointValidator,
  subscriptionValidator,
} from '#chat/validators/notifications/notifications'
import * as visitor from '#chat/validators/widget/visitor'

const tag = 'Visitors’ side'

/** What the routes of visitors do: those that widgets in websites, and other clients of visitors, call. */
export const publicOperations: Operations = {
  ...publicScriptOperations,
  'widget.session': {
    tag,
    summary: 'Begin, or come back',
    description:
      'Without `X-Visitor-Token` this creates a visitor and returns their token, which no later response repeats; ' +
      'with one it returns the same visitor where they left off. Where the widget asks for consent, `consent` is the version ' +
      'of its text that the visitor has agreed to, when they agree.',
    body: visitor.sessionValidator,
    responses: {
      200: plain('VisitorSession', 'The visitor as they left.'),
      201: plain('NewVisitorSession', 'The new visitor, with their token.'),
    },
    refusals: { E_CHAT_VISITOR_UNKNOWN: 401, E_CHAT_CONSENT_REQUIRED: 428 },
  },
  'widget.forget': {
    tag,
    summary: 'End a token',
    description:
      'By the `end_key` of the session. The response is the same whether or not there was a session to end.',
    responses: { 204: nothing() },
  },
  'widget.link': {
    tag,
    summary: 'Open a conversation by the link in an email',
    description:
      'Answers a visitor token that reaches this conversation and nothing else. A link is good for 7 days, on any device.',
    responses: { 200: plain('VisitorLink', 'The token that the link stands for.') },
    refusals: { E_CHAT_LINK_EXPIRED: 410 },
  },
  'widget.identify': {
    tag,
    summary: 'Say who one is',
    description: 'A claim, which no person of the CRM is matched by.',
    body: visitor.identifyValidator,
    responses: { 200: plain('VisitorIdentity', 'The visitor as they may see themselves.') },
  },
  'widget.identity': {
    tag,
    summary: 'Verify the visitor',
    description:
      'By a JSON Web Token that the website’s server has signed: HS256 with a secret of the widget, RS256 or ES256 with a ' +
      'key that it knows. `aud` is the key of the widget, `sub` the id of the visitor, `exp` at most 24 hours ahead. The ' +
      'same `sub` is the same visitor on every device. With `X-Visitor-Token`, the visitor that it belongs to becomes the ' +
      'verified one. A refused token changes nothing.',
    body: visitor.identityValidator,
    responses: { 200: plain('VerifiedVisitor', 'The verified visitor.') },
    refusals: {
      E_CHAT_IDENTITY_REFUSED: 401,
      E_CHAT_CONSENT_REQUIRED: 428,
      E_CHAT_IDENTITY_KEYS_UNREACHABLE: 503,
    },
  },
  'widget.page_views': {
    tag,
    summary: 'Report an opened page',
    description:
      'The newest ones of a visitor are kept. Those beyond what a visitor or an address may report in a minute are ' +
      'answered alike and not kept.',
    body: visitor.pageViewValidator,
    responses: { 204: nothing() },
  },
  'widget.push.show': {
    tag,
    summary: 'Get what a browser subscribes to pushes by',
    description: 'Refused where the widget pushes no replies, and to who came by a link.',
    responses: { 200: plain('PushOffer', 'The key, and what its visitor is asked.') },
    refusals: { E_CHAT_PUSH_ENDPOINT_REFUSED: 422 },
  },
  'widget.push.store': {
    tag,
    summary: 'Have replies pushed to a browser',
    description:
      'Takes a `PushSubscription` of the website’s own worker, which imports `push_worker.js`.',
    body: subscriptionValidator,
    responses: { 204: nothing() },
    refusals: { E_CHAT_PUSH_ENDPOINT_REFUSED: 422 },
  },
  'widget.push.forget': {
    tag,
    summary: 'Have no more replies pushed to a browser',
    body: endpointValidator,
    responses: { 204: nothing() },
  },
  'widget.events': {
    tag,
    summary: 'Follow one’s conversations',
    description:
      'A stream of server-sent events: `chat.message.sent`, `chat.conversation.updated`, `chat.typing`, `chat.read` ' +
      'and `chat.heartbeat`. A frame says where to look; whatever was missed is in the messages after `seq`. The first ' +
      'frame, `chat.ready`, says by `changed` which message of the latest conversation is the newest.',
    responses: {
      200: {
        description: 'Frames of JSON, each with the name of its event.',
        schema: { type: 'string' },
        mediaType: 'text/event-stream',
        shapes: [],
      },
    },
  },
  'widget.conversations.store': {
    tag,
    summary: 'Send the first message',
    description:
      'Into the visitor’s open conversation, or a new one. Stored once per `client_message_id`. Name and email are ' +
      'refused as missing where the widget demands them. Where the visitor’s address has as many conversations under ' +
      'way as it may, a new one is refused with 429 and `E_CHAT_TOO_MANY_FROM_ADDRESS`: send it again later.',
    body: conversation.startValidator,
    responses: {
      200: plain('VisitorThread', 'It was stored before.'),
      201: plain('VisitorThread', 'The conversation and its newest messages.'),
    },
  },
  'widget.messages.index': {
    tag,
    summary: 'Read messages',
    description:
      'Oldest first: those after the `seq` `after`, those before the `seq` `before`, or the newest.',
    query: conversation.threadValidator,
    responses: { 200: plain('VisitorMessages', 'A page of the thread.') },
  },
  'widget.messages.store': {
    tag,
    summary: 'Send a message',
    description: 'Stored once per `client_message_id`.',
    body: conversation.messageValidator,
    responses: {
      200: plain('VisitorMessage', 'It was stored before: the message as it was.'),
      201: plain('VisitorMessage', 'The new message.'),
    },
    refusals: { E_CHAT_CONVERSATION_ENDED: 409 },
  },
  ...publicFileOperations,
  'widget.read': {
    tag,
    summary: 'Mark messages as read',
    body: conversation.readValidator,
    responses: { 204: nothing() },
  },
  'widget.typing': {
    tag,
    summary: 'Report typing',
    body: conversation.typingValidator,
    responses: { 204: nothing() },
  },
  'widget.transcript': {
    tag,
    summary: 'Get a transcript',
    query: transcriptValidator,
    responses: { 200: transcriptFile },
  },
  'widget.transcript_mail': {
    tag,
    summary: 'Have a transcript mailed to oneself',
    description: 'To the address that the visitor has given, and to no other; a few times at most.',
    body: transcriptMailValidator,
    responses: { 204: nothing('It is on its way.') },
    refusals: MAIL_REFUSALS,
  },
  'widget.rate': {
    tag,
    summary: 'Rate a conversation that has ended',
    body: conversation.rateValidator,
    responses: { 200: plain('VisitorRating', 'The rating as it is now.') },
    refusals: { E_CHAT_NOT_ENDED: 409, E_CHAT_RATING_FINAL: 409 },
  },
}
