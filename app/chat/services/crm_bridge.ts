import type { Database } from '@adonisjs/lucid/database'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import Conversation from '#chat/models/conversation'
import Visitor from '#chat/models/visitor'
import Agent from '#chat/models/agent'
import type Message from '#chat/models/message'
import type { ChatConfig } from '#chat/define_config'
import type { CrmHost, HostLead, HostPerson, PersonDraft } from '#chat/contracts/crm_host'
import { AlreadyConverted, NothingToPromote } from '#chat/exceptions/chat_errors'
import { announce } from '#chat/services/announcements'
import { lockRow } from '#chat/services/row_lock'
import { transcriptOf } from '#chat/services/transcript'
import { tell } from '#chat/services/tell'

type Milestone = 'chat.started' | 'chat.closed' | 'chat.promoted' | 'chat.converted'

/** What a lead's timeline tells of its conversation from before it was one. */
const BEFORE_THE_LEAD: Milestone[] = ['chat.started', 'chat.promoted', 'chat.closed']

const entryKey = (event: Milestone, conversation: Conversation) =>
  `${event}:${conversation.externalId}`

/** From chat to CRM: visitors become people, conversations become leads, each once and whole. */
export class CrmBridge {
  constructor(
    protected config: ChatConfig,
    protected host: CrmHost,
    protected db: Database,
    protected emitter: EmitterLike<EventsList>
  ) {}

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
    const done = await this.db.transaction(async (trx) => {
      const { visitor, locked } = await this.#lock(conversation, trx)
      const promoted = await this.#personFor(locked, visitor, by, trx)
      if (!promoted) throw new NothingToPromote()
      await locked.useTransaction(trx).save()
      return { ...promoted, locked, visitor }
    })
    this.#tell(done.locked, done.lines)
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
    const done = await this.db.transaction(async (trx) => {
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
      await locked.useTransaction(trx).save()
      await this.#recordConversion(locked, lead, { trx, by, personId: visitor.personId })
      return { lead, locked, visitor, lines: [...(promoted?.lines ?? []), line] }
    })
    this.#tell(done.locked, done.lines)
    tell(this.emitter, 'chat.visitor.updated', { visitor: done.visitor })
    return done.lead
  }

  /** Notes a conversation's start or end on the timelines of its person and lead, if it has any (P4). */
  async recordMilestone(conversation: Conversation, event: 'chat.started' | 'chat.closed') {
    const visitor = await Visitor.findOrFail(conversation.visitorId)
    if (!visitor.personId && !conversation.leadId) return
    const verb = event === 'chat.started' ? 'started' : 'ended'
    await this.#record(conversation, event, `Chat ${conversation.displayNumber} ${verb}`, {
      personId: visitor.personId,
    })
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
  ): Promise<{ person: HostPerson; lines: Message[] } | null> {
    if (visitor.personId) {
      const linked = await this.host.findPerson(visitor.tenantId, visitor.personId, trx)
      if (linked) return { person: linked, lines: [] }
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
    const details = { trx, personId: person.id }
    await this.#record(locked, 'chat.started', `Chat ${locked.displayNumber} started`, details)
    const title = `Met in chat ${locked.displayNumber}`
    await this.#record(locked, 'chat.promoted', title, { ...details, by })
    return { person, lines: [line] }
  }

  /** The lead's timeline tells the whole conversation, whatever was recorded before there was a lead. */
  async #recordConversion(
    locked: Conversation,
    lead: HostLead,
    details: { trx: TransactionClientContract; by: Agent; personId: string | null }
  ) {
    const { trx, personId } = details
    const number = locked.displayNumber
    await this.#record(locked, 'chat.started', `Chat ${number} started`, { trx, personId })
    const earlier = BEFORE_THE_LEAD.map((event) => entryKey(event, locked))
    await this.host.addTimelineToLead(locked.tenantId, earlier, lead.id, trx)
    await this.#record(locked, 'chat.converted', `Chat ${number} became a lead`, details)
  }

  async #ownerOf(conversation: Conversation, by: Agent, trx: TransactionClientContract) {
    if (!conversation.agentId || conversation.agentId === by.id) return by.userId
    const agent = await Agent.find(conversation.agentId, { client: trx })
    return agent?.userId ?? null
  }

  #record(
    conversation: Conversation,
    event: Milestone,
    title: string,
    details: { trx?: TransactionClientContract; by?: Agent; personId: string | null }
  ) {
    const occurredAt = event === 'chat.started' ? conversation.createdAt : new Date()
    return this.host.recordTimeline(
      conversation.tenantId,
      {
        key: entryKey(event, conversation),
        personId: details.personId,
        leadId: conversation.leadId,
        actorId: details.by?.userId ?? null,
        event,
        title,
        description: null,
        url: `/chat/${conversation.externalId}`,
        occurredAt: occurredAt instanceof Date ? occurredAt : occurredAt.toJSDate(),
      },
      details.trx
    )
  }

  #tell(conversation: Conversation, lines: Message[]) {
    for (const message of lines) {
      tell(this.emitter, 'chat.message.sent', { conversation, message })
    }
    tell(this.emitter, 'chat.conversation.updated', { conversation })
  }
}
