import { test } from '@japa/runner'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { WidgetClient } from '#tests/helpers/widget_client'
import { InboxClient } from '#tests/helpers/inbox_client'

test.group('The subject of a conversation', () => {
  test('an agent sets it, it stands in the head and the thread, and no visitor sees it', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const { conversation, token } = await world.chatting()
    const inbox = new InboxClient(client, user)
    const answer = await client
      .post(`/chat/${conversation.externalId}/subject`)
      .loginAs(user)
      .withCsrfToken()
      .json({ subject: '  Refund <b>of 12 €</b> ' })
      .accept('json')
    answer.assertStatus(200)

    const page = (await inbox.page(`/${conversation.externalId}`)).text()
    assert.include(page, 'title="Refund &lt;b&gt;of 12 €&lt;/b&gt;"')
    assert.include(page, 'set the subject to “Refund')
    const visitor = new WidgetClient(world.widget.publicKey, token)
    assert.notInclude((await visitor.thread(conversation.externalId)).text, 'Refund')
  })

  test('programs set and remove it; the same again changes nothing', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    const api = await ApiCaller.for(await world.user())
    const path = `/conversations/${conversation.externalId}/subject`
    const { json } = await api.put(path, { subject: 'Refund' })
    assert.equal(json.data.subject, 'Refund')
    const { lastSeq } = await world.stored(conversation)
    await api.put(path, { subject: 'Refund' })
    assert.equal((await world.stored(conversation)).lastSeq, lastSeq)
    assert.isNull((await api.put(path, { subject: null })).json.data.subject)
    assert.equal((await api.put(path, { subject: 'x'.repeat(191) })).status, 422)
    assert.equal((await api.put(path, { subject: 7 })).status, 422)
    assert.equal((await api.put(path, {})).status, 422)
  })
})
