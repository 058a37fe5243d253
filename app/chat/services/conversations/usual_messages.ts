import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import Conversation from '#chat/models/conversation'
import {
  conversationFacts,
  messageFacts,
  modelOf,
  type ConversationFacts,
  type MessageFacts,
} from '#chat/models/facts'
import {
  storeUsual,
  type StoredRows,
  type UsualMessage,
} from '#chat/services/conversations/usual_message'
import { MessageGroups } from '#chat/services/conversations/message_groups'
import { storeGroup } from '#chat/services/conversations/usual_group'
import { sightedOf } from '#chat/services/visibility/sight'
import type { DeliveryOutbox } from '#chat/services/webhooks/delivery_outbox'
import { dialectOf } from '#chat/support/dialects'
import { emitAfterCommit } from '#chat/support/emit_after_commit'
import { stepRunnerOf } from '#chat/support/steps/step_runner'

/** A message as it was stored; the conversation becomes a model only if it is asked for. */
export class UsualPost {
  readonly isNew = true
  readonly facts: ConversationFacts
  readonly message: MessageFacts
  #conversation?: Conversation

  constructor(protected rows: StoredRows) {
    this.facts = conversationFacts(rows.conversation)
    this.message = messageFacts(rows.message)
  }

  get conversation(): Conversation {
    return (this.#conversation ??= modelOf(Conversation, this.rows.conversation))
  }
}

/** Stores messages on the short way, as part of `ConversationWriter`: with the same events after commit. */
export class UsualMessages {
  #groups = new MessageGroups({
    together: async (messages) => {
      const runner = this.#runner!
      return runner.write(() => storeGroup(messages, runner.statements))
    },
    alone: (message) => this.#alone(message),
  })

  constructor(
    protected db: QueryClientContract,
    protected emitter: EmitterLike<EventsList>,
    protected outbox: DeliveryOutbox
  ) {}

  /** Null where something else has to happen as well, such as a webhook delivery. */
  async write(message: UsualMessage): Promise<UsualPost | null> {
    if (!this.#runner) return null
    await this.outbox.prepare()
    if (this.outbox.hasSubscribers(message.tenantId)) return null
    const { storesGroups } = dialectOf(this.db)
    const rows = await (storesGroups ? this.#groups.store(message) : this.#alone(message))
    if (!rows) return null
    const post = new UsualPost(rows)
    this.#emit(post, rows.isTurn)
    return post
  }

  get #runner() {
    return stepRunnerOf(this.db)
  }

  #alone(message: UsualMessage) {
    const runner = this.#runner!
    return runner.write(() => storeUsual(message, runner.statements))
  }

  #emit(post: UsualPost, isTurn: boolean) {
    const { facts, message } = post
    emitAfterCommit(this.emitter, 'chat.message.sent', { conversation: facts, message })
    if (!isTurn) return
    // The visitor sees whose turn it is
    const seen = { hasBegun: false, visitorSees: true, before: sightedOf(facts) }
    const { conversation } = post
    emitAfterCommit(this.emitter, 'chat.conversation.updated', { conversation, message, ...seen })
  }
}
