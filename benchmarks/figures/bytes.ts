import type { Browser, Page, Response } from 'playwright'
import { launchChromium } from '#tests/helpers/chromium'
import { startPlainWebsite } from '#tests/helpers/plain_website'
import { agentContext } from '../support/agent_context.js'
import { createDatabase } from '../support/database.js'
import { runOnce, start } from '../support/child.js'
import { productionEnv } from '../support/environment.js'
import type { Populated } from '../support/population.js'

const QUIET_MS = 1500

export interface BytesResult {
  /** Requests that a visitor's page makes to the CRM before they act, and for the chat to open. */
  requests: number
  opening: number
  /** Bytes of the loader's body, and of all that opening the chat loads on top. */
  loader: number
  widget: number
  /** Bytes of the bodies of the inbox' page and all that it loads. */
  inbox: number
}

/** What pages cost, as sent: counted on the wire by a real browser, the widget on a page of another origin. */
export async function measureBytes(): Promise<BytesResult> {
  const database = await createDatabase('sqlite', 'bytes')
  const env = productionEnv(database)
  const wanted = { visitors: 0, agents: 1, conversations: 0 }
  const { key, agents } = await runOnce<Populated>('prepare', env, wanted)
  const { child: product } = await start('server', env)
  const website = await startPlainWebsite(
    `<h1>Shop</h1><script src="${env.APP_URL}/p/chat/${key}.js" async></script>`
  )
  const browser = await launchChromium()

  try {
    const page = await browser.newPage()
    const before = await answersWhile(page, env.APP_URL, async () => {
      await page.goto(website.url)
    })
    const after = await answersWhile(page, env.APP_URL, async () => {
      await page.evaluate('CrmChat("open")')
    })
    return {
      requests: before.length,
      opening: after.length,
      loader: await bytesOf(before),
      widget: await bytesOf(after),
      inbox: await bytesOf(await inboxResponses(browser, env.APP_URL, agents[0])),
    }
  } finally {
    await browser.close()
    website.close()
    await product.stop()
    await database.remove()
  }
}

/** The CRM's answers to whatever the page asks for while something happens, and shortly after. */
async function answersWhile(page: Page, origin: string, act: () => Promise<void>) {
  const answers: Response[] = []
  const take = (answer: Response) => {
    if (answer.url().startsWith(`${origin}/`)) answers.push(answer)
  }
  page.on('response', take)
  await act()
  await page.waitForTimeout(QUIET_MS)
  page.off('response', take)
  return answers
}

/** The answers that make up the inbox of a browser that comes for the first time. */
async function inboxResponses(
  browser: Browser,
  origin: string,
  agent: Populated['agents'][number]
) {
  const { context } = await agentContext(browser, origin, agent)
  const page = await context.newPage()
  return answersWhile(page, origin, async () => {
    await page.goto(`${origin}/chat`)
  })
}

/** Bodies as they crossed the wire; a stream that goes on is none. */
async function bytesOf(answers: Response[]) {
  const ended = answers.filter((answer) => !isStream(answer.headers()))
  const sizes = await Promise.all(ended.map((answer) => answer.request().sizes()))
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
}

const isStream = (headers: Record<string, string>) =>
  headers['content-type']?.startsWith('text/event-stream')
