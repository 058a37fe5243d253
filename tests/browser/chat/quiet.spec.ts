import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { LiveStream } from '#chat/realtime/live_stream'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { tuneStreams } from '#tests/helpers/visitor_stream'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'

const BEATS = 3

/** What a page asks the chat for from now on; the stream that is open already asks nothing. */
function requestsOf(page: Page) {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (/^\/(chat|api)\//.test(pathname)) asked.push(`${request.method()} ${pathname}`)
  })
  return asked
}

test.group('While nothing happens', () => {
  test('heartbeats cost no request, in the inbox, in the widget and on the other pages of the CRM', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const gateway = await tuneStreams(cleanup, { heartbeatSeconds: 1 })
    // Pages expect them as rarely as usual, so that none is too late for them
    gateway.config.heartbeatSeconds = 8
    const beats = new Map<LiveStream, number>()
    const { send } = LiveStream.prototype
    cleanup(() => void Object.assign(LiveStream.prototype, { send }))
    LiveStream.prototype.send = function (frame) {
      if (frame.event === 'chat.heartbeat') beats.set(this, (beats.get(this) ?? 0) + 1)
      return send.call(this, frame)
    }
    const world = await ChatWorld.create()
    const website = await startWebsite(world.widget.publicKey)
    const [desktop, phone] = [await browser.newContext(), await browser.newContext()]
    cleanup(async () => {
      await Promise.all([desktop.close(), phone.close()])
      await website.close()
    })
    const visitor = await VisitorPage.visit(phone, website.url)
    await visitor.openChat()
    await visitor.write('Hello')
    await visitor.state('Sent')
    const anna = await AgentPage.logIn(desktop, (await world.user('manager')).email)
    await anna.openInbox()
    await anna.rows.first().getByRole('link').click()
    await anna.thread.waitFor()
    await anna.connection('live')
    await visitor.state('Seen')
    const beside = await desktop.newPage()
    await beside.goto(new URL('/people', anna.page.url()).href)
    await anna.page.bringToFront()

    /** What opening has caused is over when a whole beat has gone by without a word. */
    const pages = [anna.page, beside, visitor.page]
    const asked = pages.map(requestsOf)
    const count = () => asked.reduce((sum, of) => sum + of.length, 0)
    const beat = async (times: number) => {
      const before = new Map(beats)
      const heard = () =>
        [...beats].filter(([stream, at]) => at - (before.get(stream) ?? 0) >= times).length
      while (heard() < 2) await anna.page.waitForTimeout(50)
    }
    for (let known = -1; known < count();) {
      known = count()
      await beat(1)
    }
    const before = asked.map((of) => of.length)
    await beat(BEATS)
    assert.deepEqual(
      asked.map((of, index) => of.slice(before[index])),
      [[], [], []]
    )
  }).timeout(60_000)
})
