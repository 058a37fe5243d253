import type { HostPerson, HostRecord } from '#chat/contracts/host_records'
import { shape } from '#chat/transformers/api/fields'

/** A person of the CRM, as far as the chat knows it. */
export const personShape = shape<HostPerson>('Person', 'A person of the CRM.', (field) => ({
  id: field.hostId((person) => person.id),
  name: field.text((person) => person.name),
  email: field.orNull.text((person) => person.email),
  url: field.text((person) => person.url, 'Where the CRM shows it.'),
}))

const recordShape = (name: string, description: string) =>
  shape<HostRecord>(name, description, (field) => ({
    id: field.hostId((record) => record.id),
    number: field.text((record) => record.number),
    title: field.text((record) => record.title),
    url: field.text((record) => record.url, 'Where the CRM shows it.'),
  }))

/** A lead of the CRM, as far as the chat knows it. */
export const leadShape = recordShape('Lead', 'A lead of the CRM.')

/** A ticket of the CRM, as far as the chat knows it. */
export const ticketShape = recordShape('Ticket', 'A ticket of the CRM.')
