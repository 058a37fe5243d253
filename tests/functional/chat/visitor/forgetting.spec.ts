import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { openStream } from '#tests/helpers/visitor_stream'
import { WidgetClient } from '#tests/helpers/widget_client'

const WEBSITE = 'https://shop.example'

/** A visitor who has come by the public API, and what ends their token. */
async function arrived(world: ChatWorld) {
  const { json } = await new WidgetClient(world.widget.publicKey).post('/session')
  return {
    browser: new WidgetClient(world.widget.publicKey, json.visitor_token),
    endKey: json.end_key as string,
  }
}

test.group('A browser that forgets its visitor', () => {
  test('ends their token everywhere, streams included, and nothing else', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { browser, endKey } = await arrived(world)
    const bystander = await world.chatting()
    const { json } = await browser.start('Who was I?')
    const stream = await openStream(browser)
    cleanup(() => stream.close())
    await stream.frame('chat.ready')

    const stranger = browser.with({ token: null })
    assert.equal((await stranger.post(`/forget/${endKey}`)).status, 204)
    await stream.frame('chat.stream.end')
    for (const answer of [
      await browser.post('/session'),
      await browser.thread(json.conversation.id),
      await browser.start('Still there?'),
    ]) {
      assert.equal(answer.status, 401)
    }
    assert.equal((await bystander.browser.post('/session')).status, 200)
    const kept = await world.chat.inbox.conversation(world.tenantId, json.conversation.id)
    assert.equal(kept.lastMessage, 'Who was I?')
  })

  test('a key opens nothing, comes with every session, and works for its own widget only', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { browser, endKey } = await arrived(world)
    assert.equal((await browser.post('/session')).json.end_key, endKey)
    assert.equal((await browser.with({ token: endKey }).post('/session')).status, 401)

    const other = new WidgetClient((await world.addWidget()).publicKey)
    assert.equal((await other.post(`/forget/${endKey}`)).status, 204)
    assert.equal((await browser.post('/session')).status, 200)
  })

  test('is heard from allowed websites, without a cookie, and never says whether there was a token', async ({
    assert,
  }) => {
    const world = await ChatWorld.create({ allowedOrigins: [WEBSITE] })
    const { browser, endKey } = await arrived(world)
    const on = (origin: string) => browser.with({ token: null, headers: { Origin: origin } })
    assert.equal((await on('https://evil.example').post(`/forget/${endKey}`)).status, 403)

    for (const key of [endKey, endKey, 'a'.repeat(64)]) {
      const { status, text, headers } = await on(WEBSITE).post(`/forget/${key}`)
      assert.deepEqual([status, text], [204, ''])
      assert.equal(headers.get('access-control-allow-origin'), WEBSITE)
      assert.isNull(headers.get('set-cookie'))
    }
    for (const bad of ['a', 'A'.repeat(64), `${endKey}0`, '%00', '..%2f']) {
      assert.equal((await on(WEBSITE).post(`/forget/${bad}`)).status, 404, bad)
    }
  })

  test('one address ends so many tokens and no more', async ({ assert }) => {
    const world = await ChatWorld.create()
    const stranger = new WidgetClient(world.widget.publicKey)
    const { requests } = world.chat.config.limits.endingsPerIp
    const statuses: number[] = []
    for (let index = 0; index <= requests; index++) {
      const key = index.toString(16).padStart(64, '0')
      statuses.push((await stranger.post(`/forget/${key}`)).status)
    }
    assert.deepEqual([statuses.at(-2), statuses.at(-1)], [204, 429])
  }).timeout(60_000)
})
