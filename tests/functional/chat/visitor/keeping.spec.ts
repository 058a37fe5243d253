import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ownServer, request } from '#tests/helpers/widget_client'

test.group('What may be kept of an answer', () => {
  test('no cache on the way keeps what a visitor reads', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { browser, conversation } = await world.chatting()
    const answers = [
      await browser.get('/config'),
      await browser.thread(conversation.externalId),
      await browser.with({ token: null }).thread(conversation.externalId),
      await browser.post('/session'),
    ]
    for (const { headers } of answers) {
      assert.equal(headers.get('cache-control'), 'no-store')
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
    }
  })

  test('the script for a minute', async ({ assert }) => {
    const { widget } = await ChatWorld.create()
    const { headers } = await request(`${ownServer()}/p/chat/${widget.publicKey}.js`)
    assert.equal(headers.get('cache-control'), 'public, max-age=60')
  })
})

test.group('Addresses of one network', () => {
  test('share what one address may ask for', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const { limits } = world.chat.config
    const { sessionsPerIp } = limits
    cleanup(() => void Object.assign(limits, { sessionsPerIp }))
    limits.sessionsPerIp = { requests: 2, everySeconds: 60 }

    const { browser } = await world.guest()
    const from = async (address: string) => {
      const headers = { 'X-Forwarded-For': address }
      return (await browser.with({ token: null, headers }).post('/session')).status
    }
    const statuses = []
    for (const address of ['2001:db8:7::1', '2001:db8:7::2', '2001:db8:7::3', '2001:db8:8::1']) {
      statuses.push(await from(address))
    }
    assert.deepEqual(statuses, [201, 201, 429, 201])
  })
})
