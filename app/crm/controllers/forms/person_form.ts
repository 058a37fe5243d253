import type { Infer } from '@vinejs/vine/types'
import type Person from '#crm/models/person'
import type { PersonInput } from '#crm/services/people/save_person'
import { CONTACT_TYPES, type personValidator } from '#crm/validators/person'

/** What the form shows: a person as kept, or an empty one, with a free row for one more contact. */
export function personForm(person: Person | null, ownerId: number | null) {
  const emails = (person?.emails ?? []).map(({ address, type }) => ({ address, type }))
  const phones = (person?.phones ?? []).map(({ number, type }) => ({ number, type }))
  return {
    action: person ? `${person.url}?_method=PUT` : '/people',
    back: person?.url ?? '/people',
    types: CONTACT_TYPES,
    values: {
      first_name: person?.firstName ?? '',
      last_name: person?.lastName ?? '',
      owner_id: ownerId,
      labels: (person?.labels ?? []).map((label) => label.id),
      emails: [...emails, { address: '', type: 'work' }],
      phones: [...phones, { number: '', type: 'mobile' }],
      primary_email: Math.max(0, person?.emails.findIndex((email) => email.isPrimary) ?? 0),
      primary_phone: Math.max(0, person?.phones.findIndex((phone) => phone.isPrimary) ?? 0),
    },
  }
}

/** What came out of the form, without the rows that were left empty. */
export function toPersonInput(form: Infer<typeof personValidator>): PersonInput {
  const emails = (form.emails ?? []).map(({ address, type }, index) => {
    return { address: address ?? '', type, isPrimary: index === (form.primary_email ?? 0) }
  })
  const phones = (form.phones ?? []).map(({ number, type }, index) => {
    return { number: number ?? '', type, isPrimary: index === (form.primary_phone ?? 0) }
  })
  return {
    firstName: form.first_name,
    lastName: form.last_name ?? null,
    ownerId: form.owner_id ?? null,
    emails: emails.filter((email) => email.address !== ''),
    phones: phones.filter((phone) => phone.number !== ''),
    labelIds: form.labels ?? [],
  }
}
