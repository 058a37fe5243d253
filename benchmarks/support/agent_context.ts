import type { Browser } from 'playwright'
import { logIn } from './agent_session.js'
import type { Populated } from './population.js'

/** A browser's context in which an agent is logged in, and the cookies of their session. */
export async function agentContext(
  browser: Browser,
  origin: string,
  agent: Populated['agents'][number]
) {
  const cookie = await logIn(origin, agent)
  const context = await browser.newContext()
  const cookies = cookie.split('; ').map((each) => each.split('='))
  await context.addCookies(
    cookies.map(([name, ...value]) => ({ name, value: value.join('='), url: origin }))
  )
  return { context, cookie }
}
