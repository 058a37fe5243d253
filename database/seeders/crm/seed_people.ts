import { DateTime } from 'luxon'
import type Person from '#crm/models/person'
import type User from '#crm/models/user'
import { NOTES, PEOPLE } from '#database/seeders/crm/data'
import { labelsOf } from '#crm/services/labels'
import { savePerson } from '#crm/services/people/save_person'
import { recordEntry } from '#crm/services/timeline'
import { normalizeEmail } from '#crm/support/email'

/** Creates the demo's people, spread over their owners and the last three months. */
export async function seedPeople(tenantId: string, users: User[]) {
  const labels = await labelsOf(tenantId)
  const people: Person[] = []

  for (const [index, [firstName, lastName, company]] of PEOPLE.entries()) {
    const mailbox = normalizeEmail(firstName)
      .normalize('NFD')
      .replace(/[^a-z]/g, '')
    const person = await savePerson(tenantId, {
      firstName,
      lastName,
      ownerId: users[index % users.length].id,
      emails: [
        { address: `${mailbox}@${company}.example`, type: 'work', isPrimary: true },
        ...(index % 4 === 0
          ? [{ address: `${mailbox}.private@mail.example`, type: 'home', isPrimary: false }]
          : []),
      ],
      phones:
        index % 3 === 2
          ? []
          : [{ number: `+49 30 5550 ${1000 + index * 7}`, type: 'work', isPrimary: true }],
      labelIds: index % 2 === 0 ? [labels[index % labels.length].id] : [],
    })
    person.createdAt = DateTime.utc().minus({ days: index * 3 + 1, hours: index })
    await person.save()
    await seedNote(tenantId, person, users[index % users.length], index)
    await seedCall(tenantId, person, users[index % users.length], index)
    people.push(person)
  }
  return people
}

async function seedNote(tenantId: string, person: Person, actor: User, index: number) {
  if (index % 3 !== 0) return
  await recordEntry(tenantId, {
    personId: person.id,
    actorId: actor.id,
    event: 'note',
    title: 'Note',
    description: NOTES[index % NOTES.length],
    occurredAt: person.createdAt.plus({ hours: 2 }).toJSDate(),
  })
}

/** Calls stand in the same timeline as chats and emails. */
async function seedCall(tenantId: string, person: Person, actor: User, index: number) {
  if (index % 4 !== 1) return
  await recordEntry(tenantId, {
    personId: person.id,
    actorId: actor.id,
    event: 'contact.phone',
    channel: 'phone',
    direction: 'out',
    title: 'Called back',
    description: 'Left a message; will try again tomorrow.',
    occurredAt: person.createdAt.plus({ hours: 3 }).toJSDate(),
  })
}
