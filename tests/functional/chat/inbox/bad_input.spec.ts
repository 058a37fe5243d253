import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'

const id = randomUUID()

/** [path under the conversation, what is sent]. */
const BAD: [string, Record<string, unknown>][] = [
  ['messages', {}],
  ['messages', { content: '', client_message_id: id }],
  ['messages', { content: ' \n\0 ', client_message_id: id }],
  ['messages', { content: 7, client_message_id: id }],
  ['messages', { content: ['a'], client_message_id: id }],
  ['messages', { content: { a: 1 }, client_message_id: id }],
  ['messages', { content: null, client_message_id: id }],
  ['messages', { content: 'a' }],
  ['messages', { content: 'a', client_message_id: 'x' }],
  ['messages', { content: 'a', client_message_id: [id] }],
  ['messages', { content: 'a', client_message_id: id, internal: 'perhaps' }],
  ['messages', { content: 'a', client_message_id: id, internal: [] }],
  ['read', {}],
  ['read', { seq: -1 }],
  ['read', { seq: 1.5 }],
  ['read', { seq: 1e20 }],
  ['read', { seq: 'x' }],
  ['read', { seq: [1] }],
  ['typing', {}],
  ['typing', { typing: 'x' }],
  ['viewing', { viewing: { a: 1 } }],
  ['assign', {}],
  ['assign', { user_id: 3 }],
  ['assign', { user_id: ['me'] }],
  ['assign', { user_id: 'x'.repeat(65) }],
  ['convert', { title: 'x'.repeat(191) }],
  ['convert', { title: { a: 1 } }],
  ['ticket', { title: 'x'.repeat(191) }],
  ['ticket', { person: 'jane' }],
]

test.group('Bad input to the inbox', () => {
  test('is named and refused, whatever its type, and changes nothing', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const { conversation } = await world.chatting({ name: 'Jane' })
    for (const [path, body] of BAD) {
      const answer = await inbox.send(`/${conversation.externalId}/${path}`, body)
      assert.equal(answer.status(), 422, `${path} ${JSON.stringify(body)}`)
      assert.isString(answer.body().errors[0].field)
    }
    const { lastSeq, agentReadSeq, agentId, leadId, ticketId } = await world.stored(conversation)
    assert.deepEqual([lastSeq, agentReadSeq, agentId, leadId, ticketId], [1, 0, null, null, null])
  })

  test('in an address is refused or means nothing', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const { conversation } = await world.chatting()
    const { externalId } = conversation
    const refused = [
      `/${externalId}/messages?after=x`,
      `/${externalId}/messages?after=-1`,
      `/${externalId}/messages?before[]=1&before[]=2`,
      '/rows',
      '/rows?ids[a]=1',
    ]
    for (const path of refused) assert.equal((await inbox.ask(path)).status(), 422, path)

    const ignored = [
      '/list?cursor=nonsense',
      '/list?cursor[]=1',
      '/list?filter[a]=1',
      '/list?current[]=1',
      '/rows?ids=1,x,%00',
      `/rows?ids=${externalId}&current[]=1`,
      `/${externalId}/pane?filter[]=x`,
    ]
    for (const path of ignored) assert.equal((await inbox.ask(path)).status(), 200, path)
  })
})
