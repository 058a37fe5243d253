import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { CrmHost } from '#chat/contracts/crm_host'
import { HostLacks } from '#chat/exceptions/chat_errors'
import { recordsOf, type RecordOptions } from '#chat/host/define_records'

/** The part of the contract that is about leads. */
export type HostLeads = Pick<CrmHost, 'findLead' | 'createLead'>

/** Where a host's model keeps leads, or deals. */
export type LeadOptions<Model extends LucidModel> = RecordOptions<Model>

/** Leads of a host. Writes take part in the chat's transaction. */
export function defineLeads<Model extends LucidModel>(options: LeadOptions<Model>): HostLeads {
  const { find, create } = recordsOf(options)
  return { findLead: find, createLead: create }
}

/** A host without leads: conversations are not converted. */
export const NO_LEADS: HostLeads = {
  findLead: async () => null,
  createLead: () => Promise.reject(new HostLacks()),
}
