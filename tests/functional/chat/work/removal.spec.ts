import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Message from '#chat/models/message'
import TimelineEntry from '#crm/models/timeline_entry'
import { ChatWorld } from '#tests/helpers/chat_world'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { InboxClient } from '#tests/helpers/inbox_client'

test.group('Deleting a conversation', () => {
  test('removes it with its messages, frees its place, and is recorded on the timeline', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user('owner')
    const agent = await world.agent('Anna', user)
    const { conversation, browser } = await world.chatting({ name: 'Jane', email: 'j@x.example' })
    await world.chat.conversations.assign(conversation, agent, agent)
    const person = await world.chat.crm.promoteToPerson(conversation, agent)
    const label = await world.chat.labels.create(world.tenantId, { name: 'Bug', color: '#dc2626' })
    await world.chat.conversations.triage.addLabel(conversation, label, agent)

    const answer = await new InboxClient(client, user).send(`/${conversation.externalId}/delete`)
    answer.assertStatus(200)
    await assert.rejects(() => world.stored(conversation), /not found/)
    const left = await db.from(Message.table).where('conversation_id', conversation.id)
    assert.lengthOf(left, 0)
    await agent.refresh()
    assert.equal(agent.currentChatsCount, 0)
    const entry = await TimelineEntry.query()
      .where({ tenant_id: world.tenantId, person_id: person.id, event: 'chat.deleted' })
      .firstOrFail()
    assert.equal(entry.actorId, user.id)
    assert.include(entry.title, conversation.displayNumber)

    const gone = await browser.thread(conversation.externalId)
    assert.equal(gone.status, 404)
    const anew = await browser.start('Hello again')
    assert.equal(anew.status, 201)
  })

  test('as a plain form it comes back to the list; twice it is not found', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user('owner'))
    const { conversation } = await world.chatting()
    const form = await inbox.submit(`/${conversation.externalId}/delete?filter=closed`)
    form.assertStatus(302)
    assert.equal(form.header('location'), '/chat?filter=closed')
    const again = await inbox.send(`/${conversation.externalId}/delete`)
    again.assertStatus(404)
  })

  test('colleagues’ lists hear of it', async ({ cleanup }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const { conversation } = await world.chatting()
    const stream = await (await AgentBrowser.logIn(user)).stream()
    cleanup(() => stream.close())
    await stream.frame('chat.ready')
    await world.chat.conversations.removal.remove(conversation, await world.agent('Anna', user))
    await stream.frame(
      ({ event, conversation: removed }) =>
        event === 'chat.conversation.deleted' && removed.uuid === conversation.externalId
    )
  })
})
