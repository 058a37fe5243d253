import { test } from '@japa/runner'
import { StreamCredentials } from '#chat/realtime/stream_credentials'
import { workUnderWay } from '#chat/support/work_under_way'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ChatWorld } from '#tests/helpers/chat_world'
import { tuneStreams } from '#tests/helpers/visitor_stream'

/** A step that goes on when it is let go, and says when it has begun. */
function heldStep() {
  const begun = Promise.withResolvers<void>()
  const goOn = Promise.withResolvers<void>()
  const hold = () => {
    begun.resolve()
    return goOn.promise
  }
  return { hold, begun: begun.promise, letGo: () => goOn.resolve() }
}

/** Whether all work has ended, or ends while this waits. */
const drained = () =>
  Promise.race([workUnderWay.drain(30_000).then(() => true), later().then(() => false)])
const later = () => new Promise((resolve) => setTimeout(resolve, 300))

test.group('What the end of a process waits for', () => {
  test('a request whose sender has gone, until its work is done', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const { browser, conversation } = await world.chatting()
    const { visitor } = world.chat.messages
    const step = heldStep()
    cleanup(() => {
      step.letGo()
      delete (visitor as Partial<typeof visitor>).post
    })
    const post = visitor.post.bind(visitor)
    visitor.post = async (...written) => {
      await step.hold()
      return post(...written)
    }
    const sender = new AbortController()
    const sent = fetch(browser.url(`/conversations/${conversation.externalId}/messages`), {
      method: 'POST',
      headers: { ...browser.headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ content: 'Gone', client_message_id: crypto.randomUUID() }),
      signal: sender.signal,
    })
    await step.begun
    sender.abort()
    await sent.catch(() => {})
    assert.isFalse(await drained())
    step.letGo()
    await workUnderWay.drain(5000)
    assert.equal((await world.stored(conversation)).lastSeq, 2)
  })

  test('a beat of the streams that is under way when they end', async ({ assert, cleanup }) => {
    const step = heldStep()
    const { good } = StreamCredentials.prototype
    cleanup(() => {
      step.letGo()
      StreamCredentials.prototype.good = good
    })
    const world = await ChatWorld.create()
    const agent = await AgentBrowser.logIn(await world.user())
    const stream = await agent.stream()
    cleanup(() => stream.close())
    await stream.frame('chat.ready')
    StreamCredentials.prototype.good = async function (requests) {
      await step.hold()
      return good.call(this, requests)
    }
    const gateway = await tuneStreams(cleanup, { heartbeatSeconds: 1 })
    await step.begun
    gateway.stop()
    assert.isFalse(await drained())
    step.letGo()
    await workUnderWay.drain(5000)
    assert.isTrue(await drained())
  })
})
