import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import type Visitor from '#chat/models/visitor'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import { isOfThisEnding } from '#chat/services/conversations/rating_state'
import { isOpen } from '#chat/services/conversations/status_rules'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import { NotEnded, RatingFinal } from '#chat/exceptions/chat_errors'
import { conversationsOf } from '#chat/services/conversations/conversations_of'
import { houseText } from '#chat/texts/text'

/** A visitor's rating: one to five stars, and their words. */
export interface RatingDraft {
  rating: number
  feedback: string | null
}

const CHANGEABLE_FOR_DAYS = 7

/**
 * Visitors' ratings (C8, W14). A rating belongs to one ending of a conversation and to its agent at that time; an
 * agent's totals are the sum of the ratings in effect.
 */
export class Ratings {
  constructor(protected writer: ConversationWriter) {}

  /**
   * Rates an ended conversation, or changes its rating. The same rating again changes nothing. A reopened
   * conversation may be rated again when it ends.
   *
   * @throws NotEnded while the conversation is open
   * @throws RatingFinal when the visitor has written elsewhere since, or after seven days
   */
  async rate(conversation: Conversation, visitor: Visitor, draft: RatingDraft) {
    const { conversation: rated } = await this.writer.change(conversation, (locked, trx) =>
      this.#rateIn(locked, visitor, draft, trx)
    )
    return rated
  }

  /** Subtracts a conversation's rating from its agent's totals. */
  async withdraw({ rating, ratedAgentId }: Conversation, trx: TransactionClientContract) {
    if (rating !== null) await this.#count(ratedAgentId, -rating, -1, trx)
  }

  async #rateIn(
    conversation: Conversation,
    visitor: Visitor,
    { rating, feedback }: RatingDraft,
    trx: TransactionClientContract
  ): Promise<Message[]> {
    if (isOpen(conversation.status)) throw new NotEnded()
    const { rating: before, ratedAgentId } = conversation
    const isChange = isOfThisEnding(conversation)
    if (isChange) {
      if (before === rating && conversation.feedback === feedback) return []
      if (await this.#isFinal(conversation, trx)) throw new RatingFinal()
    }

    await this.withdraw(conversation, trx)
    conversation.ratedAgentId = isChange ? ratedAgentId : conversation.agentId
    conversation.ratedAt = isChange ? conversation.ratedAt : DateTime.utc()
    conversation.rating = rating
    conversation.feedback = feedback
    await this.#count(conversation.ratedAgentId, rating, 1, trx)
    return [await addSystemLine(conversation, 'rated', sayRating(visitor, conversation), trx)]
  }

  /** Adds to an agent's totals in one statement, so that concurrent ratings add up. */
  async #count(
    agentId: number | null,
    rating: number,
    count: number,
    trx: TransactionClientContract
  ) {
    if (!agentId) return
    await Agent.query({ client: trx })
      .where('id', agentId)
      .increment({ total_rating: rating, ratings_count: count })
  }

  async #isFinal({ id, visitorId, ratedAt }: Conversation, trx: TransactionClientContract) {
    if (ratedAt! < DateTime.utc().minus({ days: CHANGEABLE_FOR_DAYS })) return true
    const next = await conversationsOf(visitorId, trx).where('id', '>', id).select('id').first()
    return next !== null
  }
}

function sayRating({ displayName }: Visitor, { rating, feedback }: Conversation) {
  const values = { visitor: displayName, rating: rating! }
  return feedback
    ? houseText('system_lines.rated_feedback', { ...values, feedback })
    : houseText('system_lines.rated', values)
}
