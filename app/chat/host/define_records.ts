import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import type { HostTransaction } from '#chat/contracts/crm_host'
import type { HostRecord, RecordDraft } from '#chat/contracts/host_records'

type Column<Model extends LucidModel> = Extract<keyof InstanceType<Model>, string>

/** Where a host's model keeps what a conversation becomes: a lead, a deal, a ticket. */
export interface RecordOptions<Model extends LucidModel> {
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
  number?: (record: InstanceType<Model>) => string
  url: (record: InstanceType<Model>) => string
}

/** The longest title that is stored. */
const TITLE_LENGTH = 190

/** Finds and creates records of one of a host's models. Writes take part in the chat's transaction. */
export function recordsOf<Model extends LucidModel>(options: RecordOptions<Model>) {
  const { title, description, source, person, owner, tenant } = options

  const shown = (row: LucidRow): HostRecord => {
    const record = row as InstanceType<Model>
    const id = String(row.$primaryKeyValue)
    return {
      id,
      number: options.number?.(record) ?? `#${id}`,
      title: String((row as unknown as Record<string, unknown>)[title]),
      url: options.url(record),
    }
  }
  const attributes = (tenantId: string, draft: RecordDraft) => ({
    [title]: draft.title.slice(0, TITLE_LENGTH),
    ...(description && { [description]: draft.description }),
    ...(source && { [source]: draft.source }),
    ...(person && { [person]: draft.personId }),
    ...(owner && { [owner]: draft.ownerId }),
    ...(tenant && { [tenant]: tenantId }),
  })

  return {
    /** The tenant's record, or null. */
    async find(tenantId: string, id: string): Promise<HostRecord | null> {
      const { default: model } = await options.model()
      const query = model.query().where(model.primaryKey, id)
      const row = await (tenant ? query.where(tenant, tenantId) : query).first()
      return row ? shown(row) : null
    },
    async create(tenantId: string, draft: RecordDraft, trx: HostTransaction): Promise<HostRecord> {
      const { default: model } = await options.model()
      const row = new model().useTransaction(trx)
      row.merge({ ...(await options.defaults?.()), ...attributes(tenantId, draft) })
      return shown(await row.save())
    },
  }
}
