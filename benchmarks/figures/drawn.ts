import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright'
import { logIn } from '../support/agent_session.js'
import { runOnce, start, type Child } from '../support/child.js'
import { createDatabase } from '../support/database.js'
import { PRODUCT_PORT, productionEnv } from '../support/environment.js'
import type { Populated } from '../support/population.js'
import { RawClient } from '../support/raw_client.js'
import { RawStream } from '../support/raw_stream.js'
import { spread } from '../support/statistics.js'
import { postMessage } from '../support/writing.js'
import { launchChromium } from '../support/chromium.js'

const PAGES = 30
const MESSAGES = 60
const EVERY_MS = 100

/** With one inbox page open and with thirty; milliseconds. */
export interface DrawnResult {
  alone: DrawnRound
  crowded: DrawnRound
}

export interface DrawnRound {
  /** From the visitor's POST to the bubble in the agent's page. */
  toAgent: ReturnType<typeof spread>
  /** What the server's process computed per message. */
  cpu: number
  /** GETs of the page per message. */
  asked: number
}

/**
 * Time until a visitor's message is in the DOM of an agent's page in a real browser. The other inbox pages
 * are their event streams alone: a page asks nothing for a message that it has drawn, which is counted here.
 */
export async function measureDrawn(): Promise<DrawnResult> {
  const database = await createDatabase('sqlite', 'drawn')
  const env = productionEnv(database)
  const wanted = { visitors: 1, agents: 1, conversations: 40 }
  const populated = await runOnce<Populated>('prepare', env, wanted)
  const { child: server } = await start('server', env)
  const browser = await launchChromium()
  const streams: RawStream[] = []
  try {
    const cookie = await logIn(env.APP_URL, populated.agents[0])
    const context = await browser.newContext()
    const cookies = cookie.split('; ').map((each) => each.split('='))
    await context.addCookies(
      cookies.map(([name, ...value]) => ({ name, value: value.join('='), url: env.APP_URL }))
    )
    const page = await context.newPage()
    await page.goto(`${env.APP_URL}/chat/${populated.visitors[0].conversation}`)
    await page.locator('[data-region="connection"][data-state="live"]').waitFor()
    await observe(page)
    await round(page, server, populated, 'warm')
    const alone = await round(page, server, populated, 'alone')
    while (streams.length < PAGES - 1) {
      streams.push(await RawStream.open(PRODUCT_PORT, '/chat/events', { Cookie: cookie }, () => {}))
    }
    return { alone, crowded: await round(page, server, populated, 'crowded') }
  } finally {
    for (const stream of streams) stream.close()
    await browser.close()
    await server.stop()
    await database.remove()
  }
}

/** Notes in the page when each message's bubble came into its thread. */
const observe = (page: Page) =>
  page.evaluate(() => {
    const shownAt: Record<string, number> = {}
    Object.assign(window, { shownAt })
    const note = () => {
      const now = performance.timeOrigin + performance.now()
      for (const text of document.querySelectorAll('.chat-message__text')) {
        shownAt[text.textContent!.trim()] ??= now
      }
    }
    new MutationObserver(note).observe(document.querySelector('.chat-thread__log')!, {
      childList: true,
      subtree: true,
    })
  })

async function round(page: Page, server: Child, { key, visitors }: Populated, name: string) {
  let asked = 0
  const count = (request: { method(): string }) =>
    void (asked += Number(request.method() === 'GET'))
  page.on('request', count)
  const client = new RawClient(PRODUCT_PORT)
  const before = await server.ask<{ cpu: number }>({ cpu: true })
  const sentAt: Record<string, number> = {}
  for (let index = 0; index < MESSAGES; index += 1) {
    const text = `${name} ${index}`
    sentAt[text] = performance.timeOrigin + performance.now()
    await postMessage(client, key, visitors[0], text)
    await wait(EVERY_MS)
  }
  await wait(1000)
  const after = await server.ask<{ cpu: number }>({ cpu: true })
  client.close()
  page.off('request', count)
  const shownAt = await page.evaluate(
    () => (window as unknown as { shownAt: Record<string, number> }).shownAt
  )
  const latencies = Object.entries(sentAt).map(([text, sent]) => shownAt[text] - sent)
  const cpu = (after.cpu - before.cpu) / 1000 / MESSAGES
  return { toAgent: spread(latencies), cpu, asked: asked / MESSAGES }
}
