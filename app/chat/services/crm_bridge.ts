import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import Conversation from '#chat/models/conversation'
import Visitor from '#chat/models/visitor'
import Agent from '#chat/models/agent'
import type Message from '#chat/models/message'
import type { CrmHost, HostLead, HostPerson, PersonDraft } from '#chat/contracts/crm_host'
import { AlreadyConverted, NothingToPromote } from '#chat/exceptions/chat_errors'
import { announce } from '#chat/services/announcements'
import type { ConversationWriter } from '#chat/services/conversation_writer'
import { CrmTimeline } from '#chat/services/crm_timeline'
import { lockRow } from '#chat/services/row_lock'
import { transcriptOf } from '#chat/services/transcript'
import { tell } from '#chat/services/tell'

/** From chat to CRM: visitors become people, conversations become leads, each once and whole. */
export class CrmBridge {
  /** What the timelines of people and leads tell of conversations. */
  readonly timeline: CrmTimeline

  constructor(
    protected host: CrmHost,
    protected writer: ConversationWriter,
    protected emitter: EmitterLike<EventsList>
  ) {
    this.timeline = new CrmTimeline(host)
  }

  /** The person that the visitor's claimed address belongs to: a suggestion for the agent, no more (P5). */
  async suggestedPerson(visitor: Visitor): Promise<HostPerson | null> {
    if (visitor.personId) return this.host.findPerson(visitor.tenantId, visitor.personId)
    return visitor.email ? this.host.findPersonByEmail(visitor.tenantId, visitor.email) : null
  }

  /**
   * Links the conversation's visitor to a person: the one with the same address, completed but never
   * overwritten, or a new one (P1). A visitor who is linked already stays so.
   *
   * @throws NothingToPromote when the visitor gave neither name nor e-mail
   */
  async promoteToPerson(conversation: Conversation, by: Agent): Promise<HostPerson> {
    const done = await this.writer.write(async (trx) => {
      const { visitor, locked } = await this.#lock(conversation, trx)
      const promoted = await this.#personFor(locked, visitor, by, trx)
      if (!promoted) throw new NothingToPromote()
      const { person, messages } = promoted
      return { conversation: locked, messages, isChanged: true, person, visitor }
    })
    tell(this.emitter, 'chat.visitor.updated', { visitor: done.visitor })
    return done.person
  }

  /**
   * Makes a lead of the conversation: person, source "Chat", owner = assignee, transcript (P2).
   *
   * @throws AlreadyConverted when there is one
   */
  async convertToLead(
    conversation: Conversation,
    by: Agent,
    title?: string | null
  ): Promise<HostLead> {
    const done = await this.writer.write(async (trx) => {
      const { visitor, locked } = await this.#lock(conversation, trx)
      if (locked.leadId) throw new AlreadyConverted()
      const promoted = await this.#personFor(locked, visitor, by, trx)
      const lead = await this.host.createLead(
        locked.tenantId,
        {
          title: title || `Chat with ${visitor.displayName}`,
          description: await transcriptOf(locked, trx),
          personId: visitor.personId,
          source: 'Chat',
          ownerId: (await this.#ownerOf(locked, by, trx)) ?? by.userId,
        },
        trx
      )
      locked.leadId = lead.id
      const line = await announce(
        locked,
        'converted',
        `${by.name} made this the lead ${lead.number}`,
        trx
      )
      await this.timeline.conversion(locked, lead, { trx, by, personId: visitor.personId })
      const messages = [...(promoted?.messages ?? []), line]
      return { conversation: locked, messages, isChanged: true, lead, visitor }
    })
    tell(this.emitter, 'chat.visitor.updated', { visitor: done.visitor })
    return done.lead
  }

  /** The visitor first, as their messages do: two that lock in turns wait for each other for ever. */
  async #lock(conversation: Conversation, trx: TransactionClientContract) {
    const visitor = await lockRow(Visitor, conversation.visitorId, trx)
    return { visitor, locked: await lockRow(Conversation, conversation.id, trx) }
  }

  async #personFor(
    locked: Conversation,
    visitor: Visitor,
    by: Agent,
    trx: TransactionClientContract
  ): Promise<{ person: HostPerson; messages: Message[] } | null> {
    if (visitor.personId) {
      const linked = await this.host.findPerson(visitor.tenantId, visitor.personId, trx)
      if (linked) return { person: linked, messages: [] }
    }
    if (!visitor.name && !visitor.email) return null

    const ownerId = (await this.#ownerOf(locked, by, trx)) ?? by.userId
    const draft: PersonDraft = {
      name: visitor.name,
      email: visitor.email,
      phone: visitor.phone,
      ownerId,
    }
    const known = visitor.email
      ? await this.host.findPersonByEmail(visitor.tenantId, visitor.email, trx)
      : null
    const person = known
      ? await this.host.completePerson(visitor.tenantId, known.id, draft, trx)
      : await this.host.createPerson(visitor.tenantId, draft, trx)

    await visitor.useTransaction(trx).merge({ personId: person.id }).save()
    const line = await announce(locked, 'promoted', `${by.name} linked ${person.name}`, trx)
    await this.timeline.promotion(locked, { trx, by, personId: person.id })
    return { person, messages: [line] }
  }

  async #ownerOf(conversation: Conversation, by: Agent, trx: TransactionClientContract) {
    if (!conversation.agentId || conversation.agentId === by.id) return by.userId
    const agent = await Agent.find(conversation.agentId, { client: trx })
    return agent?.userId ?? null
  }
}
