import { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import Visitor from '#chat/models/visitor'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import { lockRow } from '#chat/support/row_lock'
import { emitAfterCommit } from '#chat/support/emit_after_commit'
import { takeFromAgent } from '#chat/services/visitors/contact_sources'
import type { ContactDetails, ContactField } from '#chat/models/contact_details'
import { houseText } from '#chat/texts/text'
import { listInWords } from '#chat/texts/formats'

/** Contact details of visitors that agents enter. */
export class VisitorContacts {
  constructor(
    protected writer: ConversationWriter,
    protected emitter: EmitterLike<EventsList>
  ) {}

  /**
   * Saves what an agent has learnt of a visitor; an omitted detail stays, null removes it. The agent is recorded as
   * its source, in a line for agents only; a linked person of the CRM is not changed (P5).
   */
  async edit(conversation: Conversation, by: Agent, details: ContactDetails): Promise<Visitor> {
    const { visitor, messages } = await this.writer.write(async (trx) => {
      // The visitor's lock comes before the conversation's, as for their messages; the reverse order would deadlock
      const locked = await lockRow(Visitor, conversation.visitorId, trx)
      const own = await lockRow(Conversation, conversation.id, trx)
      const changed = takeFromAgent(locked, by.name, details)
      if (changed.length === 0) {
        return { conversation: own, messages: [], isChanged: false, visitor: locked }
      }
      await locked.useTransaction(trx).merge({ updatedAt: DateTime.utc() }).save()
      const line = await addSystemLine(own, 'contact', lineOf(by, locked, changed), trx)
      return { conversation: own, messages: [line], isChanged: true, by, visitor: locked }
    })
    if (messages.length) emitAfterCommit(this.emitter, 'chat.visitor.updated', { visitor })
    return visitor
  }
}

function lineOf(by: Agent, visitor: Visitor, changed: ContactField[]) {
  const entered = changed.filter((field) => visitor[field])
  const removed = changed.filter((field) => !visitor[field])
  const values = {
    agent: by.name,
    entered: listInWords(entered.map((field) => `${nameOf(field)} ${visitor[field]}`)),
    removed: listInWords(removed.map(nameOf)),
  }
  if (removed.length === 0) return houseText('system_lines.contact.entered', values)
  if (entered.length === 0) return houseText('system_lines.contact.removed', values)
  return houseText('system_lines.contact.both', values)
}

const nameOf = (field: ContactField) => houseText(`system_lines.contact.fields.${field}`)
