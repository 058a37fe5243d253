import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import type { CrmHost } from '#chat/contracts/crm_host'
import type { HostPerson, PersonDraft } from '#chat/contracts/host_records'
import { HostLacks } from '#chat/exceptions/chat_errors'
import type { HostTransaction } from '#chat/contracts/crm_host'

/** The part of the contract that is about people. */
export type HostPeople = Pick<
  CrmHost,
  'findPerson' | 'findPersonByEmail' | 'createPerson' | 'completePerson'
>

type Column<Model extends LucidModel> = Extract<keyof InstanceType<Model>, string>

/** Where a host's model keeps what the chat knows of a person. */
export interface PeopleOptions<Model extends LucidModel> {
  model: () => Promise<{ default: Model }>
  /** The attribute with the whole name, or those of first and last name. */
  name: Column<Model> | readonly [Column<Model>, Column<Model>]
  email: Column<Model>
  phone?: Column<Model>
  /** The user who looks after the person. */
  owner?: Column<Model>
  tenant?: Column<Model>
  url: (person: InstanceType<Model>) => string
}

/** People of a host with one address per person. Writes take part in the chat's transaction. */
export function definePeople<Model extends LucidModel>(options: PeopleOptions<Model>): HostPeople {
  const { name, email, phone, owner, tenant } = options
  const [first, last] = typeof name === 'string' ? [name, null] : name

  const read = (row: LucidRow, attribute: string) => (row as unknown as Attributes)[attribute]
  const shown = (row: LucidRow): HostPerson => ({
    id: String(row.$primaryKeyValue),
    name: [read(row, first), last && read(row, last)].filter(Boolean).join(' '),
    email: (read(row, email) as string | null) ?? null,
    url: options.url(row as InstanceType<Model>),
  })
  const queryOf = async (tenantId: string, trx?: HostTransaction) => {
    const { default: model } = await options.model()
    const query = model.query({ client: trx })
    return { model, query: tenant ? query.where(tenant, tenantId) : query }
  }
  /** The attributes of a draft, under the host's names. */
  const attributes = (draft: PersonDraft): Attributes => {
    const [firstName, ...rest] = nameOf(draft).split(/\s+/)
    return {
      [first]: last ? firstName : nameOf(draft),
      ...(last && { [last]: rest.join(' ') || null }),
      ...(draft.email && { [email]: draft.email.trim() }),
      ...(phone && draft.phone && { [phone]: draft.phone }),
      ...(owner && draft.ownerId && { [owner]: draft.ownerId }),
    }
  }

  return {
    async findPerson(tenantId, personId, trx) {
      const { model, query } = await queryOf(tenantId, trx)
      const row = await query.where(model.primaryKey, personId).first()
      return row ? shown(row) : null
    },
    async findPersonByEmail(tenantId, address, trx) {
      const { model, query } = await queryOf(tenantId, trx)
      const column = model.$getColumn(email)!.columnName
      const row = await query
        .whereRaw('lower(??) = ?', [column, address.trim().toLowerCase()])
        .first()
      return row ? shown(row) : null
    },
    async createPerson(tenantId, draft, trx) {
      const { model } = await queryOf(tenantId)
      const row = new model().useTransaction(trx)
      row.merge({ ...attributes(draft), ...(tenant && { [tenant]: tenantId }) })
      return shown(await row.save())
    },
    async completePerson(tenantId, personId, draft, trx) {
      const { model, query } = await queryOf(tenantId, trx)
      const row = await query.where(model.primaryKey, personId).forUpdate().firstOrFail()
      const missing = Object.entries(attributes(draft)).filter(([key]) => !read(row, key))
      row.merge(Object.fromEntries(missing) as object)
      return shown(await row.save())
    },
  }
}

type Attributes = Record<string, unknown>

/** With only an e-mail, the local part of the address becomes the name (P1). */
const nameOf = ({ name, email }: PersonDraft) => name?.trim() || email?.split('@')[0] || '?'

/** A host without people: visitors stay visitors. */
export const NO_PEOPLE: HostPeople = {
  findPerson: async () => null,
  findPersonByEmail: async () => null,
  createPerson: () => Promise.reject(new HostLacks()),
  completePerson: () => Promise.reject(new HostLacks()),
}
