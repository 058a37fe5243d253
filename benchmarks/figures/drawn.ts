import { setTimeout as wait } from 'node:timers/promises'
import type { Frame, Page } from 'playwright'
import { agentContext } from '../support/agent_context.js'
import { runOnce, start, type Child } from '../support/child.js'
import { createDatabase } from '../support/database.js'
import { PRODUCT_PORT, productionEnv } from '../support/environment.js'
import type { Populated } from '../support/population.js'
import { RawClient } from '../support/raw_client.js'
import { RawStream } from '../support/raw_stream.js'
import { spread, type Spread } from '../support/statistics.js'
import { postMessage } from '../support/writing.js'
import { deskSession, postReply, type DeskSession } from '../support/replying.js'
import { latenciesIn, moment, noteShown } from '../support/shown_times.js'
import { openWidget } from '../support/widget_page.js'
import { launchChromium } from '#tests/helpers/chromium'

const PAGES = 30
const MESSAGES = 60
const EVERY_MS = 100
/** Messages and replies before anything is measured, for a process that has served for a while. */
const SERVED_BEFORE = 1500

/** With one inbox page open and with thirty; milliseconds. */
export interface DrawnResult {
  alone: DrawnRound
  crowded: DrawnRound
}

export interface DrawnRound {
  /** From the visitor's POST to the bubble in the agent's page. */
  toAgent: Spread
  /** From the agent's POST to the bubble in the visitor's widget on a website. */
  toVisitor: Spread
  /** From the agent's POST to its answer. */
  reply: Spread
  /** What the server's process computed per message of a visitor. */
  cpu: number
  /** What it computed per reply of an agent, which the visitor's page reads and says so. */
  replyCpu: number
  /** GETs of the page per message. */
  asked: number
}

/** What is looked at, and the session in which replies are posted. */
interface Screens {
  page: Page
  frame: Frame
  server: Child
  desk: DeskSession
}

/**
 * Time until a visitor's message is in the DOM of an agent's page in a real browser, and a reply in that of
 * the widget on a website. The other inbox pages are their event streams alone: a page asks nothing for a
 * message that it has drawn, which is counted here.
 */
export async function measureDrawn(): Promise<DrawnResult> {
  const database = await createDatabase('sqlite', 'drawn')
  const env = productionEnv(database)
  const wanted = { visitors: 2, agents: 1, conversations: 40 }
  const populated = await runOnce<Populated>('prepare', env, wanted)
  const { child: server } = await start('server', env)
  const browser = await launchChromium()
  const streams: RawStream[] = []
  const closing: (() => Promise<void>)[] = []
  try {
    const { context, cookie } = await agentContext(browser, env.APP_URL, populated.agents[0])
    const page = await context.newPage()
    await page.goto(`${env.APP_URL}/chat/${populated.visitors[0].conversation}`)
    await page.locator('[data-region="connection"][data-state="live"]').waitFor()
    await noteShown(page, '.chat-thread__log', '.chat-message__text')
    const widget = await openWidget(browser, env.APP_URL, populated.key, populated.visitors[0])
    closing.push(widget.close)
    await noteShown(widget.frame, 'body', '.bubble .text')
    const desk = await deskSession(env.APP_URL, cookie)
    const screens = { page, frame: widget.frame, server, desk }
    await serveElsewhere(desk, populated)
    await round(screens, populated, 'warm')
    const alone = await round(screens, populated, 'alone')
    while (streams.length < PAGES - 1) {
      streams.push(await RawStream.open(PRODUCT_PORT, '/chat/events', { Cookie: cookie }, () => {}))
    }
    return { alone, crowded: await round(screens, populated, 'crowded') }
  } finally {
    for (const stream of streams) stream.close()
    await browser.close()
    for (const close of closing) await close()
    await server.stop()
    await database.remove()
  }
}

/** Writes in another conversation than the one that is looked at. */
async function serveElsewhere(desk: DeskSession, { key, visitors }: Populated) {
  const client = new RawClient(PRODUCT_PORT)
  for (let index = 0; index < SERVED_BEFORE; index += 1) {
    await postMessage(client, key, visitors[1])
    await postReply(client, desk, visitors[1].conversation, 'Yes, we do')
  }
  client.close()
}

async function round({ page, frame, server, desk }: Screens, populated: Populated, name: string) {
  const { key, visitors } = populated
  let asked = 0
  const count = (request: { method(): string }) =>
    void (asked += Number(request.method() === 'GET'))
  page.on('request', count)
  const client = new RawClient(PRODUCT_PORT)
  const cpuOfServer = async () => (await server.ask<{ cpu: number }>({ cpu: true })).cpu
  const perMessage = (microseconds: number) => microseconds / 1000 / MESSAGES
  const atStart = await cpuOfServer()
  const said: Record<string, number> = {}
  for (let index = 0; index < MESSAGES; index += 1) {
    const text = `${name} ${index}`
    said[text] = moment()
    await postMessage(client, key, visitors[0], text)
    await wait(EVERY_MS)
  }
  await wait(1000)
  const atReplies = await cpuOfServer()
  const replied: Record<string, number> = {}
  const answered: number[] = []
  for (let index = 0; index < MESSAGES; index += 1) {
    const text = `${name} answer ${index}`
    replied[text] = moment()
    await postReply(client, desk, visitors[0].conversation, text)
    answered.push(moment() - replied[text])
    await wait(EVERY_MS)
  }
  await wait(1000)
  const atEnd = await cpuOfServer()
  client.close()
  page.off('request', count)
  return {
    toAgent: spread(await latenciesIn(page, said)),
    toVisitor: spread(await latenciesIn(frame, replied)),
    reply: spread(answered),
    cpu: perMessage(atReplies - atStart),
    replyCpu: perMessage(atEnd - atReplies),
    asked: asked / (2 * MESSAGES),
  }
}
