import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { fileWorkOf } from '#tests/helpers/file_work'
import { InboxClient } from '#tests/helpers/inbox_client'

test.group('What a request does beside its work', () => {
  test("neither a reply nor a visitor's message goes to the disk or imports anything", async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const { conversation, browser } = await world.chatting()
    const talk = async () => {
      ;(await inbox.say(conversation.externalId, 'A reply')).assertStatus(201)
      assert.equal((await browser.say(conversation.externalId, 'A message')).status, 201)
      ;(await inbox.send(`/${conversation.externalId}/read`, { seq: 3 })).assertStatus(204)
    }
    await talk()
    assert.deepEqual(await fileWorkOf(talk), [])
  })

  test('what is counted here is seen when it happens', async ({ assert }) => {
    const seen = await fileWorkOf(async () => {
      const { readdirSync } = await import('node:fs')
      readdirSync('.')
    })
    assert.includeMembers(seen, ['import node:fs', 'readdirSync .'])
  })
})
