import { test } from '@japa/runner'
import User from '#crm/models/user'
import { API } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { EventStream } from '#tests/helpers/event_stream'
import { tuneStreams } from '#tests/helpers/visitor_stream'

const open = (headers: Record<string, string> = {}, query = '') =>
  EventStream.open(`${process.env.APP_URL}${API}/events${query}`, headers)

async function listener(query = '') {
  const world = await ChatWorld.create()
  const user = await world.user()
  const token = await User.accessTokens.create(user)
  const stream = await open({ authorization: `Bearer ${token.value!.release()}` }, query)
  return { world, user, token, stream }
}

test.group('API: events', () => {
  test('come to a program with a bearer token, of its tenant alone', async ({
    assert,
    cleanup,
  }) => {
    const other = await ChatWorld.create()
    const { world, stream } = await listener()
    cleanup(() => stream.close())
    assert.equal(stream.status, 200)
    assert.isUndefined(stream.response.headers['set-cookie'])
    await stream.frame('chat.ready')

    await other.start(await other.guest(), 'Not for them')
    const { conversation } = await world.chatting()
    const frame = await stream.frame('chat.message.sent')
    assert.containsSubset(frame, { conversation_id: conversation.id, widget_id: world.widget.id })
    assert.notInclude(stream.raw, 'Not for them')
  })

  test('use the REST API’s shapes, and name the line of a change', async ({ assert, cleanup }) => {
    const { world, stream } = await listener()
    cleanup(() => stream.close())
    await stream.frame('chat.ready')
    const agent = await world.agent('Bob Agent')
    const { conversation, visitor, browser } = await world.chatting()
    const updated = 'chat.conversation.updated'
    assert.containsSubset(await stream.frame(updated), {
      conversation: { id: conversation.id, uuid: conversation.externalId },
      message: { content: 'Hello' },
    })
    await world.chat.conversations.triage.setPriority(conversation, 'high', agent)
    const changed = await stream.frame(
      ({ event, message }) => event === updated && message?.content !== 'Hello'
    )
    assert.match(changed.message.content, /priority to high/)
    await browser.post('/identify', { name: 'Jane' })
    const named = await stream.frame('chat.visitor.updated')
    assert.deepEqual(named.visitor, { id: visitor.id, uuid: visitor.externalId })
    assert.notInclude(stream.raw, 'external_id')
  })

  test('make their reader an agent who is there only when it says so', async ({
    assert,
    cleanup,
  }) => {
    await tuneStreams(cleanup, { heartbeatSeconds: 0.1 })
    for (const [query, isThere] of [
      ['', false],
      ['?presence=0', false],
      ['?presence=1', true],
    ] as const) {
      const { world, stream } = await listener(query)
      cleanup(() => stream.close())
      await stream.frame('chat.ready')
      const beats = () => stream.frames.filter(({ event }) => event === 'chat.heartbeat').length
      await stream.frame(() => beats() >= 4)
      const { json } = await (await world.guest()).browser.get('/config')
      assert.equal(json.online, isThere, query)
    }
    assert.equal((await listener('?presence=perhaps')).stream.status, 422)
  })

  test('take a token that is good, and the module', async ({ assert }) => {
    const world = await ChatWorld.create()
    const bad = await open({ authorization: 'Bearer nonsense' })
    assert.oneOf(bad.status, [401, 404])
    const token = await User.accessTokens.create(await world.user())
    await world.setModule(false)
    const off = await open({ authorization: `Bearer ${token.value!.release()}` })
    assert.equal(off.status, 404)
  })

  test('end with the next heartbeat once the token is withdrawn', async ({ assert, cleanup }) => {
    await tuneStreams(cleanup, { heartbeatSeconds: 0.2 })
    const [withdrawn, staying] = [await listener(), await listener()]
    cleanup(() => [withdrawn, staying].forEach(({ stream }) => stream.close()))
    await Promise.all([withdrawn, staying].map(({ stream }) => stream.frame('chat.heartbeat')))
    await User.accessTokens.delete(withdrawn.user, withdrawn.token.identifier)
    await withdrawn.stream.ended(1500)
    assert.isFalse(staying.stream.isOver)
  })
})
