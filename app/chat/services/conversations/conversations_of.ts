import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import Conversation from '#chat/models/conversation'

/** The tenant of deleted conversations whose messages have yet to go: none has this id. */
export const NO_TENANT = ''

/** Conversations without content, in columns. */
export const EMPTY_CONVERSATION = {
  subject: null,
  last_message: null,
  feedback: null,
  source_url: null,
  source_page_title: null,
  address_key: null,
}

/** A visitor's conversations, without those that were deleted. */
export const conversationsOf = (visitorId: number, client?: QueryClientContract) =>
  Conversation.query({ client }).where('visitor_id', visitorId).whereNot('tenant_id', NO_TENANT)
