import { test } from '@japa/runner'
import limiter from '@adonisjs/limiter/services/main'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { Dice } from '#tests/helpers/dice'
import { hostileRequest } from '#tests/helpers/fuzz'
import { fuzzThings, targetOf, type FuzzThings } from '#tests/helpers/fuzz_targets'
import { INBOUND_SECRET } from '#tests/helpers/inbound_mail'
import { servedRoutes, type ServedRoute } from '#tests/helpers/routes'
import { ownServer } from '#tests/helpers/widget_client'

/** Another one can be tried: `FUZZ_SEED=2 FUZZ_REQUESTS=100 npm test -- functional --files fuzz.spec.ts`. */
const SEED = process.env.FUZZ_SEED ?? '1'
const REQUESTS_PER_ROUTE = Number(process.env.FUZZ_REQUESTS ?? 6)
const WEBSITE = 'https://shop.example'
const EVIL = 'https://evil.example'

/** Responds with nothing that is not in the documentation. */
const OPEN_TO_ALL = /openapi\.json/

/** Internals that no answer may contain. */
const INSIDE =
  /node_modules|\.[jt]s:\d+:\d+|SQLITE_[A-Z]+|\bER_[A-Z_]+\b|invalid input syntax|out of range for type|violates \w+ constraint|Cannot read propert|is not a function/

const TAKES_AWAY = /destroy|delete|toggle|regenerate|forget/

interface Caller {
  headers: Record<string, string>
  things: FuzzThings
}

/** What is wrong with an answer, if anything is. */
function complaint(response: Response, text: string, origin: string) {
  const { status, headers } = response
  if (status >= 500) return `answered ${status}: ${text.slice(0, 300)}`
  const isRead = headers.get('access-control-allow-origin')
  if (isRead && origin === EVIL && !OPEN_TO_ALL.test(response.url))
    return 'let a foreign website read the answer'
  if (INSIDE.test(text)) return `shows internals: ${INSIDE.exec(text)}`
  const isJson = headers.get('content-type')?.includes('json')
  if (status >= 400 && isJson && !isRefusal(text))
    return `refused in no known form: ${text.slice(0, 300)}`
  return null
}

function isRefusal(text: string) {
  const { errors, ...rest } = JSON.parse(text)
  if (!Array.isArray(errors) || !errors.length || Object.keys(rest).length) return false
  return errors.every(({ message, ...details }) => {
    return (
      typeof message === 'string' &&
      message &&
      Object.values(details).every((value) => typeof value === 'string')
    )
  })
}

/** Sends one hostile request; answers with its status and with what is wrong. */
async function attack(route: ServedRoute, nth: number, { headers, things }: Caller) {
  const dice = new Dice(`${SEED} ${route.method} ${route.pattern} ${nth}`)
  const { path, init } = hostileRequest(targetOf(route, things), dice)
  // What the website may call is attacked by it as well: others are stopped at the door
  const origin = nth % 2 ? EVIL : WEBSITE
  const response = await fetch(ownServer() + path, {
    ...init,
    headers: { ...headers, ...init.headers, Origin: origin },
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  })
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream')
  const text = isStream ? '' : await response.text()
  if (isStream) await response.body?.cancel()
  const wrong = complaint(response, text, origin)
  const sent = `${init.method} ${path.slice(0, 200)} ${init.body?.slice(0, 400) ?? ''}`
  return { status: response.status, wrong: wrong && `${sent} ${wrong}` }
}

/** Attacks routes one after the other; answers with all that was wrong, and which routes let something in. */
async function attackAll(routes: ServedRoute[], caller: (isFresh: boolean) => Promise<Caller>) {
  const wrong: string[] = []
  const reached = new Set<string>()
  let isFresh = true
  for (const route of routes) {
    const by = await caller(isFresh)
    await limiter.clear()
    const numbers = Array.from({ length: REQUESTS_PER_ROUTE }, (_, nth) => nth)
    for (const answer of await Promise.all(numbers.map((nth) => attack(route, nth, by)))) {
      if (answer.wrong) wrong.push(answer.wrong)
      if (![400, 401, 403, 404, 415].includes(answer.status)) reached.add(route.name)
    }
    isFresh = TAKES_AWAY.test(route.name)
  }
  return { wrong, missed: routes.filter(({ name }) => !reached.has(name)).map(({ name }) => name) }
}

const isApi = ({ pattern }: ServedRoute) => pattern.startsWith('/api/v1/')
const isPublicFile = ({ name }: ServedRoute) => name === 'chat.assets' || name === 'chat.texts'
const isWidget = (route: ServedRoute) =>
  /^chat\.(widget|link|health|mail|metrics\.all)\b/.test(route.name) || isPublicFile(route)

/** Routes that end a session come last: those before them need it. */
const pages = () =>
  servedRoutes()
    .filter((route) => !isApi(route) && !isWidget(route))
    .sort((a, b) => Number(/logout|modules/.test(a.name)) - Number(/logout|modules/.test(b.name)))

test.group(`Hostile requests, seed ${SEED}`, (group) => {
  let world: ChatWorld
  let things: FuzzThings
  group.each.setup(async () => {
    world = await ChatWorld.create({ allowedOrigins: [] })
    const { limits } = world.chat.config
    const { apiPerUser } = limits
    limits.apiPerUser = { requests: 1_000_000, everySeconds: 60 }
    return () => void (limits.apiPerUser = apiPerUser)
  })

  /** The things of the world, made anew when the last route may have taken some away. */
  async function refreshed(isFresh: boolean) {
    if (!isFresh) return things
    const widget = await world.addWidget({
      allowedOrigins: [WEBSITE],
      pushReplies: true,
    })
    world = new ChatWorld(world.chat, world.tenantId, widget)
    return (things = await fuzzThings(world))
  }

  test('never break a route for visitors', async ({ assert, cleanup }) => {
    world.chat.config.metricsToken = INBOUND_SECRET
    cleanup(() => void (world.chat.config.metricsToken = undefined))
    const { wrong, missed } = await attackAll(servedRoutes().filter(isWidget), async (isFresh) => {
      const { guest } = await refreshed(isFresh)
      const headers = {
        'X-Visitor-Token': guest.token,
        'Authorization': `Bearer ${INBOUND_SECRET}`,
      }
      return { things, headers }
    })
    assert.deepEqual(wrong, [])
    assert.isAtMost(missed.length, 5)
  }).timeout(60_000)

  test('never break a route of the REST API', async ({ assert }) => {
    const { headers } = await ApiCaller.for(await world.user('owner'))
    const { wrong, missed } = await attackAll(servedRoutes().filter(isApi), async (isFresh) => {
      return { things: await refreshed(isFresh), headers }
    })
    assert.deepEqual(wrong, [])
    assert.deepEqual(missed, [])
  }).timeout(60_000)

  test('never break a page of the CRM', async ({ assert }) => {
    const { headers } = await AgentBrowser.logIn(await world.user('owner'))
    const { wrong, missed } = await attackAll(pages(), async (isFresh) => {
      return { things: await refreshed(isFresh), headers }
    })
    assert.deepEqual(wrong, [])
    assert.deepEqual(missed, [])
  }).timeout(60_000)
})
