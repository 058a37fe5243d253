import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import User from '#crm/models/user'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { EventStream } from '#tests/helpers/event_stream'
import { soon } from '../routing/team.js'
import { settledStreams } from '#tests/helpers/visitor_stream'
import { restricted } from '../access/restricted.js'

/** Anna, who does not see all chats, and Bob, who does, at a process that knows what has changed lately. */
async function scene(cleanup: TestContext['cleanup'], heartbeatSeconds?: number) {
  const gateway = await settledStreams(cleanup, heartbeatSeconds)
  const of = await restricted()
  const anna = await AgentBrowser.logIn(of.annaUser)
  const bob = await AgentBrowser.logIn(await User.findOrFail(Number(of.bob.userId)))
  /** What the stream of a page with this mark says in its first frame. */
  const changed = async (browser: AgentBrowser, mark: string) => {
    const headers = { ...browser.headers, 'Last-Event-ID': mark }
    const stream = await EventStream.open(`${browser.server}/chat/events`, headers)
    cleanup(() => stream.close())
    return (await stream.frame('chat.ready')).changed as [string, number][] | null | undefined
  }
  return { ...of, gateway, anna, bob, bobAgent: of.bob, changed }
}

const markIn = (page: string) => /data-mark="(\d+)"/.exec(page)![1]

test.group('The stream of a page that has just been rendered', () => {
  test('says what has changed since, as far as its reader may see it', async ({
    assert,
    cleanup,
  }) => {
    const { anna, bob, bobAgent, inside, outside, world, changed } = await scene(cleanup)
    const mark = markIn((await anna.get('/chat')).text)
    const [seen, hidden] = [inside[0].conversation, outside[0].conversation]
    await world.reply(seen, bobAgent, 'Heard')
    await world.reply(hidden, bobAgent, 'Unheard')
    const annas = (await changed(anna, mark))!
    const bobs = (await changed(bob, mark))!
    const { lastSeq } = await world.stored(seen)
    assert.deepInclude(annas, [seen.externalId, lastSeq])
    assert.notInclude(JSON.stringify(annas), hidden.externalId)
    assert.includeMembers(
      bobs.map(([id]) => id),
      [seen.externalId, hidden.externalId]
    )
  })

  test('says nothing of it without a mark, or with one that is none', async ({
    assert,
    cleanup,
  }) => {
    const { anna, changed } = await scene(cleanup)
    for (const mark of ['', '-1', '1e3', 'x', '9'.repeat(16)]) {
      assert.isUndefined(await changed(anna, mark), mark)
    }
  })

  test('sends the page to read everything when its mark is too old', async ({
    assert,
    cleanup,
  }) => {
    const { anna, bobAgent, inside, world, gateway, changed } = await scene(cleanup, 0.05)
    const mark = Number(markIn((await anna.get('/chat')).text))
    for (let n = 0; n < 3; n += 1) await world.reply(inside[0].conversation, bobAgent, `No. ${n}`)
    await soon(async () => gateway.mark! > mark + 1)
    const later = gateway.mark!
    await world.reply(inside[0].conversation, bobAgent, 'Last')
    await soon(async () => gateway.mark! > later)
    assert.isNull(await changed(anna, '0'))
  })
})
