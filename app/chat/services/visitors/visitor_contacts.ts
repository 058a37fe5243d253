import { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import Visitor from '#chat/models/visitor'
import { announce } from '#chat/services/announcements'
import type { ConversationWriter } from '#chat/services/conversation_writer'
import { lockRow } from '#chat/services/row_lock'
import { tell } from '#chat/services/tell'
import {
  takeFromAgent,
  type ContactDetails,
  type ContactField,
} from '#chat/services/visitors/contact_sources'

const WORDS: Record<ContactField, string> = { name: 'name', email: 'e-mail', phone: 'phone' }

/** What agents know of how a visitor is called and reached. */
export class VisitorContacts {
  constructor(
    protected writer: ConversationWriter,
    protected emitter: EmitterLike<EventsList>
  ) {}

  /**
   * Writes down what an agent has learnt of a visitor; a detail that is left out stays, null removes it. It
   * is kept as said by that agent, with a line in the thread for agents alone, and changes nothing about a
   * person of the CRM who is linked already (P5).
   */
  async edit(conversation: Conversation, by: Agent, details: ContactDetails): Promise<Visitor> {
    const { visitor, messages } = await this.writer.write(async (trx) => {
      // The visitor first, as their messages do: two that lock in turns wait for each other for ever
      const locked = await lockRow(Visitor, conversation.visitorId, trx)
      const own = await lockRow(Conversation, conversation.id, trx)
      const changed = takeFromAgent(locked, by.name, details)
      if (changed.length === 0) {
        return { conversation: own, messages: [], isChanged: false, visitor: locked }
      }
      await locked.useTransaction(trx).merge({ updatedAt: DateTime.utc() }).save()
      const line = await announce(own, 'contact', lineOf(by, locked, changed), trx)
      return { conversation: own, messages: [line], isChanged: true, by, visitor: locked }
    })
    if (messages.length) tell(this.emitter, 'chat.visitor.updated', { visitor })
    return visitor
  }
}

function lineOf(by: Agent, visitor: Visitor, changed: ContactField[]) {
  const entered = changed.filter((field) => visitor[field])
  const removed = changed.filter((field) => !visitor[field])
  const parts = [
    entered.length &&
      `entered ${entered.map((field) => `${WORDS[field]} ${visitor[field]}`).join(', ')}`,
    removed.length && `removed ${removed.map((field) => WORDS[field]).join(', ')}`,
  ]
  return `${by.name} ${parts.filter(Boolean).join(' and ')}`
}
