/**
 * For hosts that bring along conversations of the past and write their rows themselves, as the demo does. Everything
 * that happens now goes through `ChatService`.
 */

export { toSqlUtc } from '#chat/models/columns'
export { nextConversationNumber } from '#chat/services/conversations/conversation_numbers'
export { hashVisitorToken, mintVisitorToken } from '#chat/services/visitors/visitor_token'
export { text } from '#chat/texts/text'
