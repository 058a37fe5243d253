import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import Visitor from '#chat/models/visitor'
import type { CrmHost } from '#chat/contracts/crm_host'
import type { HostLead, HostTicket, TimelineEntry } from '#chat/contracts/host_records'
import { houseText } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'

type Milestone = Exclude<TimelineEntry['event'], 'chat.deleted'>

/** An agent's action, and its transaction. */
export interface CrmAction {
  personId: string | null
  by: Agent
  trx: TransactionClientContract
}

/** Milestones that a new lead's timeline takes over from before the conversion. */
const BEFORE_THE_LEAD: Milestone[] = [
  'chat.started',
  'chat.promoted',
  'chat.ticket_created',
  'chat.closed',
]

const keyOf = (event: Milestone, conversation: Conversation) =>
  `${event}:${conversation.externalId}`

/** Writes a conversation's milestones on the timelines of its person and lead, each once (P4). */
export class CrmTimeline {
  constructor(protected host: CrmHost) {}

  /** Records a conversation's start or end on the timelines of its person and lead, if it has any. */
  async startOrEnd(conversation: Conversation, event: 'chat.started' | 'chat.closed') {
    const { personId } = await Visitor.findOrFail(conversation.visitorId)
    if (!personId && !conversation.leadId) return
    const { displayNumber: number } = conversation
    const title =
      event === 'chat.started'
        ? houseText('crm_records.started', { number })
        : houseText('crm_records.ended', { number })
    await this.#record(conversation, event, title, { personId })
  }

  /** Records that a conversation's visitor became a new person or was linked to an existing one. */
  async promotion(conversation: Conversation, action: CrmAction, isNew: boolean) {
    const number = conversation.displayNumber
    const title = houseText(isNew ? 'crm_records.first_contact' : 'crm_records.linked', { number })
    const started = houseText('crm_records.started', { number })
    await this.#record(conversation, 'chat.started', started, action)
    await this.#record(conversation, 'chat.promoted', title, action)
  }

  /** Records the conversion, and the earlier milestones, on the lead's timeline. */
  async conversion(conversation: Conversation, lead: HostLead, action: CrmAction) {
    const { displayNumber: number, tenantId } = conversation
    const started = houseText('crm_records.started', { number })
    await this.#record(conversation, 'chat.started', started, action)
    const earlier = BEFORE_THE_LEAD.map((event) => keyOf(event, conversation))
    await this.host.addTimelineToLead(tenantId, earlier, lead.id, action.trx)
    const converted = houseText('crm_records.converted', { number })
    await this.#record(conversation, 'chat.converted', converted, action)
  }

  /** Records that a ticket was created on the timelines of the conversation's person and lead, if it has any. */
  async ticketCreated(conversation: Conversation, ticket: HostTicket, action: CrmAction) {
    if (!action.personId && !conversation.leadId) return
    const { displayNumber: number } = conversation
    const title = houseText('crm_records.ticket_created', { number, ticket: ticket.number })
    await this.#record(conversation, 'chat.ticket_created', title, action)
  }

  #record(
    conversation: Conversation,
    event: Milestone,
    title: string,
    { personId, by, trx }: Partial<CrmAction>
  ) {
    const isStart = event === 'chat.started'
    return this.host.recordTimeline(
      conversation.tenantId,
      {
        key: keyOf(event, conversation),
        personId: personId ?? null,
        leadId: conversation.leadId,
        actorId: isStart ? null : (by?.userId ?? null),
        event,
        title,
        description: null,
        url: chatUrl('chat.inbox.show', { id: conversation.externalId }),
        occurredAt: isStart ? conversation.createdAt.toJSDate() : new Date(),
      },
      trx
    )
  }
}
