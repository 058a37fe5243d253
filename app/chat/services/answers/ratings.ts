import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import type Visitor from '#chat/models/visitor'
import { announce } from '#chat/services/announcements'
import { isOfThisEnding } from '#chat/services/answers/rating_state'
import { isOpen } from '#chat/services/conversation_status'
import type { ConversationWriter } from '#chat/services/conversation_writer'
import { NotEnded, RatingFinal } from '#chat/exceptions/chat_errors'

export interface RatingDraft {
  rating: number
  feedback: string | null
}

const CHANGEABLE_FOR_DAYS = 7

/**
 * What visitors say of how they were served (C8, W14). A rating belongs to the ending of a
 * conversation and to the agent who had it then; the agents' totals are the sum of what stands.
 */
export class Ratings {
  constructor(protected writer: ConversationWriter) {}

  /**
   * Rates an ended conversation, or changes the rating. The same rating again changes nothing.
   * A conversation that was reopened may be rated anew when it ends again.
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

  /** Takes a conversation's rating out of its agent's totals. */
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
    return [await announce(conversation, 'rated', sayRating(visitor, conversation), trx)]
  }

  /** Adds to an agent's totals; one statement, so that ratings of several conversations add up. */
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
    const next = await Conversation.query({ client: trx })
      .where('visitor_id', visitorId)
      .where('id', '>', id)
      .select('id')
      .first()
    return next !== null
  }
}

function sayRating({ displayName }: Visitor, { rating, feedback }: Conversation) {
  const line = `${displayName} rated this ${rating} of 5`
  return feedback ? `${line}: “${feedback}”` : line
}
