import { test } from '@japa/runner'
import { moduleSwitch } from '#crm/services/modules/module_switch'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'
import { READS, WRITES } from './routes.js'
import { withOnly } from '#tests/helpers/with_only'

test.group('Who may do what in the inbox', () => {
  test('a user who may only look reads everything and changes nothing', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const inbox = new InboxClient(client, user)
    const { conversation } = await world.chatting({ name: 'Jane' })
    const before = await stateOf(world, conversation.externalId)

    await withOnly(world, user, ['view chat'], async () => {
      for (const path of READS) {
        const response = await inbox.ask(path.replace(':id', conversation.externalId))
        response.assertStatus(200)
      }
      for (const [path, body] of WRITES) {
        const response = await inbox.send(path.replace(':id', conversation.externalId), body)
        response.assertStatus(403)
      }
    })
    assert.deepEqual(await stateOf(world, conversation.externalId), before)
  })

  test('a user who may only look sees neither composer nor actions', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const inbox = new InboxClient(client, user)
    const { conversation } = await world.chatting({ name: 'Jane' })
    const path = `/${conversation.externalId}`
    const offered = await inbox.page(path)
    assert.include(offered.text(), 'data-act=')
    assert.include(offered.text(), '<textarea')

    await withOnly(world, user, ['view chat'], async () => {
      const page = await inbox.page(path)
      assert.include(page.text(), 'Hello')
      assert.notInclude(page.text(), 'data-act=')
      assert.notInclude(page.text(), '<textarea')
    })
  })

  test('without any permission there is no inbox', async ({ client }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const { conversation } = await world.chatting()
    await withOnly(world, user, [], async () => {
      for (const path of READS) {
        const inbox = new InboxClient(client, user)
        const response = await inbox.ask(path.replace(':id', conversation.externalId))
        response.assertStatus(403)
      }
    })
  })

  test('another tenant’s conversation does not exist', async ({ client, assert }) => {
    const [mine, theirs] = [await ChatWorld.create(), await ChatWorld.create()]
    const inbox = new InboxClient(client, await mine.user('owner'))
    const { conversation } = await theirs.chatting({ name: 'Their Visitor' })
    const before = await stateOf(theirs, conversation.externalId)

    for (const path of READS.filter((each) => each.includes(':id'))) {
      const response = await inbox.ask(path.replace(':id', conversation.externalId))
      response.assertStatus(404)
    }
    for (const [path, body] of WRITES) {
      const response = await inbox.send(path.replace(':id', conversation.externalId), body)
      response.assertStatus(404)
    }
    const rows = await inbox.ask(`/rows?ids=${conversation.externalId}`)
    assert.deepEqual(rows.body().gone, [conversation.externalId])
    assert.notInclude((await inbox.page('')).text(), 'Their Visitor')
    assert.deepEqual(await stateOf(theirs, conversation.externalId), before)
  })

  test('a request without a user is sent to the log-in page, a script gets 401', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    await moduleSwitch.toggle('chat', world.chat.config.defaultTenant, true)
    const page = await client.get('/chat').redirects(0)
    page.assertStatus(302)
    assert.include(page.header('location'), '/login')
    const script = await client.get('/chat/list').header('Accept', 'application/json')
    script.assertStatus(401)
  })

  test('a module that is off has no inbox', async ({ client }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user('owner'))
    await world.setModule(false)
    for (const path of ['', '/list', '/unread']) {
      const response = await inbox.ask(path)
      response.assertStatus(404)
    }
  })

  test('a form from elsewhere, without the token, changes nothing', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    const resolve = client.post(`/chat/${conversation.externalId}/resolve`)
    await resolve.loginAs(await world.user()).redirects(0)
    assert.equal((await world.stored(conversation)).status, 'pending')
  })
})

async function stateOf(world: ChatWorld, externalId: string) {
  const { status, folder, agentId, lastSeq, agentReadSeq, leadId, ticketId, visitor } =
    await world.chat.inbox.conversation(world.tenantId, externalId)
  const person = visitor.personId
  return { status, folder, agentId, lastSeq, agentReadSeq, leadId, ticketId, person }
}
