import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import type { CrmHost } from '#chat/contracts/crm_host'
import type { HostLead, LeadDraft } from '#chat/contracts/host_records'
import { HostLacks } from '#chat/exceptions/chat_errors'

/** The part of the contract that is about leads. */
export type HostLeads = Pick<CrmHost, 'findLead' | 'createLead'>

type Column<Model extends LucidModel> = Extract<keyof InstanceType<Model>, string>

/** Where a host's model keeps what a conversation becomes: a lead, a deal, a ticket. */
export interface LeadOptions<Model extends LucidModel> {
  model: () => Promise<{ default: Model }>
  title: Column<Model>
  /** Gets the transcript. */
  description?: Column<Model>
  source?: Column<Model>
  person?: Column<Model>
  owner?: Column<Model>
  tenant?: Column<Model>
  /** What a new record needs beside these, such as its stage. */
  defaults?: () => Record<string, unknown> | Promise<Record<string, unknown>>
  /** How the record is called in the chat; `#` and its id when omitted. */
  number?: (lead: InstanceType<Model>) => string
  url: (lead: InstanceType<Model>) => string
}

/** The longest title that is stored. */
const TITLE_LENGTH = 190

/** Leads of a host. Writes take part in the chat's transaction. */
export function defineLeads<Model extends LucidModel>(options: LeadOptions<Model>): HostLeads {
  const { title, description, source, person, owner, tenant } = options

  const shown = (row: LucidRow): HostLead => {
    const lead = row as InstanceType<Model>
    const id = String(row.$primaryKeyValue)
    return {
      id,
      number: options.number?.(lead) ?? `#${id}`,
      title: String((row as unknown as Record<string, unknown>)[title]),
      url: options.url(lead),
    }
  }
  const attributes = (tenantId: string, draft: LeadDraft) => ({
    [title]: draft.title.slice(0, TITLE_LENGTH),
    ...(description && { [description]: draft.description }),
    ...(source && { [source]: draft.source }),
    ...(person && { [person]: draft.personId }),
    ...(owner && { [owner]: draft.ownerId }),
    ...(tenant && { [tenant]: tenantId }),
  })

  return {
    async findLead(tenantId, leadId) {
      const { default: model } = await options.model()
      const query = model.query().where(model.primaryKey, leadId)
      const row = await (tenant ? query.where(tenant, tenantId) : query).first()
      return row ? shown(row) : null
    },
    async createLead(tenantId, draft, trx) {
      const { default: model } = await options.model()
      const row = new model().useTransaction(trx)
      row.merge({ ...(await options.defaults?.()), ...attributes(tenantId, draft) })
      return shown(await row.save())
    },
  }
}

/** A host without leads: conversations are not converted. */
export const NO_LEADS: HostLeads = {
  findLead: async () => null,
  createLead: () => Promise.reject(new HostLacks()),
}
