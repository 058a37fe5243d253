import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { ChatWorld } from '#tests/helpers/chat_world'
import { WidgetClient } from '#tests/helpers/widget_client'
import { call, ofConversation, ofVisitor } from './addresses.js'

test.group('Whose conversation it is', () => {
  test('missing, unknown, malformed, expired and foreign tokens are all refused with 401', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const other = await (await ChatWorld.create()).guest()
    const { visitor, token, conversation } = await world.chatting()
    const expired = await world.guest()
    await expired.visitor.merge({ tokenExpiresAt: DateTime.utc().minus({ seconds: 1 }) }).save()

    const wrong = ['', 'a'.repeat(64), '0', token.toUpperCase(), `${token},${token}`]
    const tokens = [...wrong, other.token, expired.token, visitor.tokenHash]
    for (const address of ofVisitor(world.widget.publicKey, conversation.externalId)) {
      for (const each of tokens) {
        const headers: Record<string, string> = each ? { 'X-Visitor-Token': each } : {}
        assert.equal((await call(address, headers)).status, 401, `${address} ${each}`)
      }
    }
    const session = new WidgetClient(world.widget.publicKey, other.token)
    assert.equal((await session.post('/session')).status, 401)
  })

  test("another visitor's conversation is not found, of this tenant or another", async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    for (const stranger of [
      await world.guest(),
      await (await ChatWorld.create()).guest(),
      await world.guest({}, await world.addWidget()),
    ]) {
      for (const address of ofConversation(stranger.browser.key, conversation.externalId)) {
        const { status, json } = await call(address, stranger.browser.headers)
        assert.equal(status, 404, address.join(' '))
        assert.equal(json.errors[0].code, 'E_CHAT_CONVERSATION_NOT_FOUND')
      }
    }
  })
})
