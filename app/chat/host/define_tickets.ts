import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { CrmHost } from '#chat/contracts/crm_host'
import { recordsOf, type RecordOptions } from '#chat/host/define_records'

/** The part of the contract that is about tickets. */
export type HostTickets = Required<Pick<CrmHost, 'findTicket' | 'createTicket'>>

/** Where a host's model keeps tickets. */
export type TicketOptions<Model extends LucidModel> = RecordOptions<Model>

/** Tickets of a host. Writes take part in the chat's transaction. */
export function defineTickets<Model extends LucidModel>(
  options: TicketOptions<Model>
): HostTickets {
  const { find, create } = recordsOf(options)
  return { findTicket: find, createTicket: create }
}
