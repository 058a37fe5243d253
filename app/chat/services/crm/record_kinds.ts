import type { CrmHost, HostTransaction } from '#chat/contracts/crm_host'
import type { HostRecord, RecordDraft } from '#chat/contracts/host_records'
import type Conversation from '#chat/models/conversation'
import { AlreadyConverted, HasTicket, HostLacks } from '#chat/exceptions/chat_errors'
import type { Announcement } from '#chat/services/conversations/system_lines'
import type { CrmAction, CrmTimeline } from '#chat/services/crm/crm_timeline'
import { houseText } from '#chat/texts/text'

/** A kind of record that the CRM keeps of a conversation, at most one of each. */
export interface RecordKind {
  /** The attribute of the conversation that names its record. */
  attribute: 'leadId' | 'ticketId'

  /** Why there is no second one. */
  Exists: new () => Error

  /** The event of the line in the thread. */
  announcement: Announcement

  /** @throws HostLacks when the host keeps none */
  create(
    host: CrmHost,
    tenantId: string,
    draft: RecordDraft,
    trx: HostTransaction
  ): Promise<HostRecord>

  /** The line in the thread. */
  line(agent: string, record: HostRecord): string

  /** Writes it on the timelines. */
  record(
    timeline: CrmTimeline,
    conversation: Conversation,
    record: HostRecord,
    action: CrmAction
  ): Promise<void>
}

export const LEAD: RecordKind = {
  attribute: 'leadId',
  Exists: AlreadyConverted,
  announcement: 'converted',
  create: (host, tenantId, draft, trx) => host.createLead(tenantId, draft, trx),
  line: (agent, { number }) => houseText('system_lines.converted', { agent, lead: number }),
  record: (timeline, conversation, lead, action) => timeline.conversion(conversation, lead, action),
}

export const TICKET: RecordKind = {
  attribute: 'ticketId',
  Exists: HasTicket,
  announcement: 'ticket_created',
  async create(host, tenantId, draft, trx) {
    if (!host.createTicket) throw new HostLacks()
    return host.createTicket(tenantId, draft, trx)
  },
  line: (agent, { number }) => houseText('system_lines.ticket_created', { agent, ticket: number }),
  record: (timeline, conversation, ticket, action) =>
    timeline.ticketCreated(conversation, ticket, action),
}
