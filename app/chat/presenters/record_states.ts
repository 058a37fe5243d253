import type { CrmHost } from '#chat/contracts/crm_host'
import type { HostRecord } from '#chat/contracts/host_records'
import type Conversation from '#chat/models/conversation'
import { keptRecords } from '#chat/support/kept_records'
import { text } from '#chat/texts/text'

/** What the card says of one kind of record, and how an agent creates one. */
export interface RecordState {
  /** Names the form, and its command. */
  act: 'convert' | 'ticket'
  route: string
  label: string
  open: string
  create: string
  record: HostRecord | null
  /** There was one, which the CRM has deleted. */
  isDeleted: boolean
}

/** The records that the host keeps of a conversation, or would keep: its lead and its ticket. */
export async function presentRecords(
  host: CrmHost,
  { tenantId, leadId, ticketId }: Conversation
): Promise<RecordState[]> {
  const kept = keptRecords(host)
  const [lead, ticket] = await Promise.all([
    leadId ? host.findLead(tenantId, leadId) : null,
    ticketId ? (host.findTicket?.(tenantId, ticketId) ?? null) : null,
  ])
  const states: (RecordState | false)[] = [
    kept.leads && {
      act: 'convert',
      route: 'chat.inbox.convert',
      label: text('inbox.visitor.crm.lead'),
      open: text('inbox.visitor.crm.convert'),
      create: text('inbox.visitor.crm.create_lead'),
      record: lead,
      isDeleted: leadId !== null && !lead,
    },
    kept.tickets && {
      act: 'ticket',
      route: 'chat.inbox.ticket',
      label: text('inbox.visitor.crm.ticket'),
      open: text('inbox.visitor.crm.open_ticket'),
      create: text('inbox.visitor.crm.create_ticket'),
      record: ticket,
      isDeleted: ticketId !== null && !ticket,
    },
  ]
  return states.filter((state) => state !== false)
}
