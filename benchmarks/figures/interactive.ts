import type { BrowserContext } from 'playwright'
import { agentContext } from '../support/agent_context.js'
import { launchChromium } from '#tests/helpers/chromium'
import { runOnce, start } from '../support/child.js'
import { createDatabase } from '../support/database.js'
import { productionEnv } from '../support/environment.js'
import type { Populated } from '../support/population.js'
import { spread, type Spread } from '../support/statistics.js'

const ROUNDS = 20
const SLOWER = 4
/** The page's longest list. */
const CONVERSATIONS = 60

/** Milliseconds from asking for an inbox page, with a conversation open, on a processor four times slower. */
export interface InteractiveResult {
  /** Until what waits for a script answers. */
  scripted: Spread
  /** Until the same page is parsed, without any script. */
  plain: Spread
}

/** When an inbox page answers, beside the same page without its scripts, in alternating rounds. */
export async function measureInteractive(): Promise<InteractiveResult> {
  const database = await createDatabase('sqlite', 'interactive')
  const env = productionEnv(database)
  const wanted = { visitors: 1, agents: 1, conversations: CONVERSATIONS }
  const { agents, visitors } = await runOnce<Populated>('prepare', env, wanted)
  const { child: server } = await start('server', env)
  const browser = await launchChromium()
  try {
    const { context } = await agentContext(browser, env.APP_URL, agents[0])
    const url = `${env.APP_URL}/chat/${visitors[0].conversation}`
    const times = { scripted: [] as number[], plain: [] as number[] }
    for (let round = 0; round <= ROUNDS; round += 1) {
      const plain = await timeOf(context, url, false)
      const scripted = await timeOf(context, url, true)
      // The first round only warms up
      if (round === 0) continue
      times.plain.push(plain)
      times.scripted.push(scripted)
    }
    return { scripted: spread(times.scripted), plain: spread(times.plain) }
  } finally {
    await browser.close()
    await server.stop()
    await database.remove()
  }
}

async function timeOf(context: BrowserContext, url: string, hasScripts: boolean) {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  if (!hasScripts) await page.route('**/*.js', (route) => route.abort())
  await page.goto(url, { waitUntil: 'commit' })
  // Alpine takes `chat-cloak` away when the element answers
  const took = await page.evaluate(
    (isAwaited) =>
      new Promise<number>((resolve) => {
        const isDone = () =>
          document.readyState !== 'loading' &&
          !(isAwaited && document.querySelector('.chat-inbox [chat-cloak]'))
        const look = () => {
          if (isDone()) resolve(performance.now())
          else setTimeout(look)
        }
        look()
      }),
    hasScripts
  )
  await page.close()
  return took
}
