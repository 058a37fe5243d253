import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import Conversation from '#chat/models/conversation'
import Visitor from '#chat/models/visitor'
import Agent from '#chat/models/agent'
import type { CrmHost } from '#chat/contracts/crm_host'
import type { HostLead, HostPerson, HostRecord, HostTicket } from '#chat/contracts/host_records'
import { HostLacks, NothingToPromote, PersonUndecided } from '#chat/exceptions/chat_errors'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import { Contacts } from '#chat/services/crm/contacts'
import { CrmTimeline } from '#chat/services/crm/crm_timeline'
import { LEAD, TICKET, type RecordKind } from '#chat/services/crm/record_kinds'
import { keptRecords } from '#chat/support/kept_records'
import { lockRow } from '#chat/support/row_lock'
import { transcriptOf } from '#chat/services/conversations/transcript'
import { emitAfterCommit } from '#chat/support/emit_after_commit'
import { VisitorPeople, type PersonDecision } from '#chat/services/crm/visitor_people'
import { houseText } from '#chat/texts/text'

/** Turns visitors into People of the CRM and conversations into Leads and Tickets, each once and in one transaction. */
export class CrmBridge {
  /** The timeline entries of people and leads about conversations. */
  readonly timeline: CrmTimeline
  /** A person's contacts on all channels. */
  readonly contacts: Contacts
  protected people: VisitorPeople

  constructor(
    protected host: CrmHost,
    protected writer: ConversationWriter,
    protected emitter: EmitterLike<EventsList>
  ) {
    this.contacts = new Contacts(host)
    this.timeline = new CrmTimeline(host)
    this.people = new VisitorPeople(host, this.timeline)
  }

  /** The person linked to the visitor, unless the CRM has deleted them. */
  linkedPerson(visitor: Visitor): Promise<HostPerson | null> {
    return this.people.linked(visitor)
  }

  /** The person with the email address that the visitor claims: a suggestion to the agent, not a link (P5). */
  suggestedPerson(visitor: Visitor): Promise<HostPerson | null> {
    return this.people.match(visitor)
  }

  /**
   * Links the conversation's visitor to the person that the agent chose, or to a new one (P1). The person's empty
   * fields are completed, existing values never overwritten. A linked visitor keeps their link.
   *
   * @throws PersonUndecided when the CRM knows the claimed address and the agent has not decided
   * @throws NothingToPromote when the visitor gave neither name nor email
   * @throws PersonNotFound when the tenant has no such person
   * @throws VisitorLinked when the visitor is linked to another person
   * @throws HostLacks when the CRM keeps no people
   */
  async promoteToPerson(
    conversation: Conversation,
    by: Agent,
    decision: PersonDecision = null
  ): Promise<HostPerson> {
    if (!keptRecords(this.host).people) throw new HostLacks()
    const done = await this.writer.write(async (trx) => {
      const { visitor, locked } = await this.#lock(conversation, trx)
      const { person, match, messages } = await this.#settle(locked, visitor, decision, by, trx)
      if (match) throw new PersonUndecided([match.name])
      if (!person) throw new NothingToPromote()
      return { conversation: locked, messages, isChanged: true, person, visitor }
    })
    emitAfterCommit(this.emitter, 'chat.visitor.updated', { visitor: done.visitor })
    return done.person
  }

  /**
   * Creates a lead from the conversation: person, source "Chat", owner = assignee, transcript (P2). The visitor
   * becomes the chosen person; without a choice, and when the CRM knows the claimed address, the lead has no person.
   *
   * @throws AlreadyConverted when the conversation has a lead
   * @throws PersonNotFound when the tenant has no such person
   * @throws VisitorLinked when the visitor is linked to another person
   * @throws HostLacks when the CRM keeps no leads
   */
  convertToLead(
    conversation: Conversation,
    by: Agent,
    title?: string | null,
    decision: PersonDecision = null
  ): Promise<HostLead> {
    return this.#createRecord(LEAD, conversation, by, title, decision)
  }

  /**
   * Creates a ticket from the conversation, with all that a lead gets (P3). A conversation may have both.
   *
   * @throws HasTicket when the conversation has a ticket
   * @throws PersonNotFound when the tenant has no such person
   * @throws VisitorLinked when the visitor is linked to another person
   * @throws HostLacks when the CRM keeps no tickets
   */
  createTicket(
    conversation: Conversation,
    by: Agent,
    title?: string | null,
    decision: PersonDecision = null
  ): Promise<HostTicket> {
    return this.#createRecord(TICKET, conversation, by, title, decision)
  }

  async #createRecord(
    kind: RecordKind,
    conversation: Conversation,
    by: Agent,
    title: string | null | undefined,
    decision: PersonDecision
  ): Promise<HostRecord> {
    const done = await this.writer.write(async (trx) => {
      const { visitor, locked } = await this.#lock(conversation, trx)
      if (locked[kind.attribute]) throw new kind.Exists()
      const { person, messages } = await this.#settle(locked, visitor, decision, by, trx)
      const personId = person?.id ?? null
      const record = await kind.create(
        this.host,
        locked.tenantId,
        {
          title: title || houseText('crm_records.lead_title', { visitor: visitor.displayName }),
          description: await transcriptOf(locked, trx),
          personId,
          source: houseText('crm_records.lead_source'),
          ownerId: (await this.#ownerOf(locked, by, trx)) ?? by.userId,
        },
        trx
      )
      locked[kind.attribute] = record.id
      const content = kind.line(by.name, record)
      const line = await addSystemLine(locked, kind.announcement, content, trx)
      await kind.record(this.timeline, locked, record, { trx, by, personId })
      const lines = [...messages, line]
      return { conversation: locked, messages: lines, isChanged: true, record, visitor }
    })
    emitAfterCommit(this.emitter, 'chat.visitor.updated', { visitor: done.visitor })
    return done.record
  }

  /** The visitor's lock comes before the conversation's, as for their messages; the reverse order would deadlock. */
  async #lock(conversation: Conversation, trx: TransactionClientContract) {
    const visitor = await lockRow(Visitor, conversation.visitorId, trx)
    return { visitor, locked: await lockRow(Conversation, conversation.id, trx) }
  }

  async #settle(
    locked: Conversation,
    visitor: Visitor,
    decision: PersonDecision,
    by: Agent,
    trx: TransactionClientContract
  ) {
    const ownerId = (await this.#ownerOf(locked, by, trx)) ?? by.userId
    return this.people.settle(locked, visitor, decision, { by, ownerId, trx })
  }

  async #ownerOf(conversation: Conversation, by: Agent, trx: TransactionClientContract) {
    if (!conversation.agentId || conversation.agentId === by.id) return by.userId
    const agent = await Agent.find(conversation.agentId, { client: trx })
    return agent?.userId ?? null
  }
}
