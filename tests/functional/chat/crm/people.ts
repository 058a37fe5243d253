import Person from '#crm/models/person'
import type Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import { savePerson, type PersonInput } from '#crm/services/people/save_person'
import { type ChatWorld } from '#tests/helpers/chat_world'

/** A person of the CRM with this address. */
export function person(world: ChatWorld, address: string, more: Partial<PersonInput> = {}) {
  return savePerson(world.tenantId, {
    firstName: 'Vera',
    lastName: 'Known',
    ownerId: null,
    emails: [{ address, type: 'work', isPrimary: true }],
    phones: [],
    labelIds: [],
    ...more,
  })
}

/** The lines of a conversation's history. */
export async function linesOf({ id }: Conversation) {
  const lines = await Message.query().where({ conversation_id: id, type: 'event' }).orderBy('id')
  return lines.map(({ content }) => content)
}

/** All people of the tenant. */
export function peopleOf(world: ChatWorld) {
  return Person.query().where('tenant_id', world.tenantId).preload('emails').preload('phones')
}
