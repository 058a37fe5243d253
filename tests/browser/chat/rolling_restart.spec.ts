/// <reference lib="dom" />
import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import type Conversation from '#chat/models/conversation'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld, type Guest } from '#tests/helpers/chat_world'
import { DrillProxy } from '#chat/drill/drill_proxy'
import { ServerProcess } from '#tests/helpers/server_process'

const CONVERSATIONS = 12
/** A heartbeat's distance as it is delivered, and what a busy machine may take to send, fetch and draw. */
const ONE_BEAT = 8000
const SLACK = 7000

test.group('A rolling restart of servers without a bus', () => {
  test('hides no message: each last one is in the inbox and in the widget within a heartbeat', async ({
    browser,
    cleanup,
  }) => {
    // Who is logged in is so at both
    const server = () => ServerProcess.start({ NODE_ENV: 'development' })
    const [old, next] = await Promise.all([server(), server()])
    const proxy = await DrillProxy.start(old.url)
    const [desk, phone] = [await browser.newContext(), await browser.newContext()]
    cleanup(async () => {
      await Promise.all([desk.close(), phone.close()])
      proxy.close()
      await Promise.all([old.stop('SIGKILL'), next.stop('SIGKILL')])
    })
    const world = await ChatWorld.create()
    const user = await world.user('manager', 'Anna Agent')
    const anna = await world.agent('Anna Agent', user)
    const guests: (Guest & { conversation: Conversation })[] = []
    for (let n = 1; n <= CONVERSATIONS; n += 1) {
      guests.push(await world.chatting({ name: `Visitor ${n}` }))
    }
    const [vera] = guests

    const agent = await AgentPage.logIn(desk, user.email, proxy.url)
    await agent.openInbox()
    await agent.connection('live')
    const visitor = await phone.newPage()
    await visitor.addInitScript(
      ([key, token]) => localStorage.setItem(key, token),
      [`crmchat-direct:${world.widget.publicKey}:token`, vera.token]
    )
    const opened = visitor.waitForResponse((response) => isStream(response.url()))
    await visitor.goto(`${proxy.url}/p/chat/${world.widget.publicKey}`)
    await visitor.locator('.bubble .text', { hasText: 'Hello' }).waitFor()
    await opened

    let round = 0
    let isRolling = true
    let isGoing = false
    /** Everyone writes once more: by turns in the server that goes, in the one that comes and in a third one. */
    const write = async () => {
      round += 1
      for (const [n, guest] of guests.entries()) {
        const text = `Round ${round} of ${n + 1}`
        const url = [isGoing ? next.url : old.url, next.url][n % 3]
        if (!url) {
          await world.start(guest, text)
          continue
        }
        // A server that goes may cut the answer off; a widget then sends the same message again
        const id = randomUUID()
        const sendTo = (to: string) => guest.browser.with({ server: to }).start(text, id)
        await sendTo(url).catch(() => sendTo(next.url))
      }
    }
    const reconnected = Promise.all([
      agent.page.waitForResponse((response) => isStream(response.url()), { timeout: 60_000 }),
      visitor.waitForResponse((response) => isStream(response.url()), { timeout: 60_000 }),
    ])
    const firstRound = write()
    const writing = (async () => {
      await firstRound
      while (isRolling) await write()
    })()
    await firstRound
    isGoing = true
    proxy.switchTo(next.url)
    await old.stop()
    await reconnected
    isRolling = false
    await writing

    // What no stream brings: stored by a process that shares nothing but the database
    for (const [n, guest] of guests.entries()) await world.start(guest, `The last word of ${n + 1}`)
    await world.reply(vera.conversation, anna, 'The last answer')
    const within = { timeout: ONE_BEAT + SLACK }
    await Promise.all([
      visitor.locator('.bubble .text', { hasText: 'The last answer' }).waitFor(within),
      agent.rows.filter({ hasText: 'The last answer' }).waitFor(within),
      ...guests.slice(1).map((_, n) => {
        const row = agent.rows.filter({ hasText: new RegExp(`The last word of ${n + 2}\\b`) })
        return row.waitFor(within)
      }),
    ])
    await agent.connection('live')
  }).timeout(150_000)
})

const isStream = (url: string) => new URL(url).pathname.endsWith('/events')
