import type { HostLead, HostPerson } from '#chat/contracts/host_records'
import { shape } from '#chat/transformers/api/fields'

/** A person of the CRM, as far as the chat knows it. */
export const personShape = shape<HostPerson>('Person', 'A person of the CRM.', (field) => ({
  id: field.hostId((person) => person.id),
  name: field.text((person) => person.name),
  email: field.orNull.text((person) => person.email),
  url: field.text((person) => person.url, 'Where the CRM shows it.'),
}))

/** A lead of the CRM, as far as the chat knows it. */
export const leadShape = shape<HostLead>('Lead', 'A lead of the CRM.', (field) => ({
  id: field.hostId((lead) => lead.id),
  number: field.text((lead) => lead.number),
  title: field.text((lead) => lead.title),
  url: field.text((lead) => lead.url, 'Where the CRM shows it.'),
}))
