import { createServer } from 'node:http'
import { once } from 'node:events'
import { gzipSync } from 'node:zlib'
import type { Page, Response } from 'playwright'
import { launchChromium } from '#tests/helpers/chromium'
import { createDatabase } from '../support/database.js'
import { runOnce, start } from '../support/child.js'
import { FLOOR_PORT, productionEnv } from '../support/environment.js'
import type { Populated } from '../support/population.js'

const WIDGET_TYPES = ['document', 'stylesheet', 'script']
const QUIET_MS = 1500

export interface BytesResult {
  /** Requests that a visitor's page makes to the CRM before they act. */
  requests: number
  /** Gzipped bytes of the loader, and of all that opening the chat loads on top. */
  loader: number
  widget: number
  files: { path: string; bytes: number }[]
}

/** What the widget costs a website: counted in a real browser on a page of another origin. */
export async function measureBytes(): Promise<BytesResult> {
  const database = await createDatabase('sqlite', 'bytes')
  const env = productionEnv(database)
  const wanted = { visitors: 0, agents: 1, conversations: 0 }
  const { key } = await runOnce<Populated>('prepare', env, wanted)
  const { child: product } = await start('server', env)
  const website = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end(`<!doctype html><title>Shop</title><link rel="icon" href="data:,">
      <h1>Shop</h1><script src="${env.APP_URL}/p/chat/${key}.js" async></script>`)
  }).listen(FLOOR_PORT, '127.0.0.1')
  await once(website, 'listening')
  const browser = await launchChromium()

  try {
    const page = await browser.newPage()
    const before = await answersWhile(page, env.APP_URL, async () => {
      await page.goto(`http://127.0.0.1:${FLOOR_PORT}/`)
    })
    const after = await answersWhile(page, env.APP_URL, async () => {
      await page.evaluate('CrmChat("open")')
    })
    const [loader] = await Promise.all(before.map(gzipped))
    const opened = after.filter((answer) => WIDGET_TYPES.includes(answer.request().resourceType()))
    const files = await Promise.all(opened.map(gzipped))
    return {
      requests: before.length,
      loader: loader.bytes,
      widget: files.reduce((sum, { bytes }) => sum + bytes, 0),
      files: files.map(({ path, bytes }) => ({ path: path.replace(key, '{key}'), bytes })),
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
    if (answer.url().startsWith(origin)) answers.push(answer)
  }
  page.on('response', take)
  await act()
  await page.waitForTimeout(QUIET_MS)
  page.off('response', take)
  return answers
}

async function gzipped(answer: Response) {
  const { pathname } = new URL(answer.url())
  return { path: pathname, bytes: gzipSync(await answer.body()).length }
}
