import { test } from '@japa/runner'
import router from '@adonisjs/core/services/router'

/** Whoever can reach the server may ask for these, each for a reason of its own. */
const PUBLIC: Record<string, string> = {
  'GET /login': 'how one logs in',
  'POST /login': 'how one logs in',
  'GET /first-account/:token':
    'whoever holds the link that the console printed, while there is no user',
  'POST /first-account/:token':
    'whoever holds the link that the console printed, while there is no user',
  'GET /chat-assets/:file': 'browser files of the widget',
  'GET /p/chat/:file': 'the loader',
  'GET /p/chat/:key': 'the frame',
  'GET /api/widget/:key/script.js': 'the loader',
  'GET /api/widget/:key/config': 'the widget',
  'POST /api/widget/:key/session': 'how a visitor begins',
  'OPTIONS /api/widget/:key/*': 'preflight',
}

/** Whoever holds a visitor's token of the widget. */
const VISITORS = 'visitor'

/** Whoever is logged in: there is nothing to be allowed or not. */
const LOGGED_IN = ['GET /', 'POST /logout']

type Guard = { name?: string | ((...args: any[]) => unknown); args?: unknown[] } | (() => unknown)

/** What stands before a route, in words: `auth`, `can view leads`, `desk may view chat`, `visitor`. */
function guardsOf(middleware: Iterable<Guard>) {
  return [...middleware].map((guard) => {
    const { name, args } = guard as { name?: string; args?: unknown[] }
    return [name, ...(args ? [args].flat() : [])].filter(Boolean).join(' ')
  })
}

function allRoutes() {
  return Object.values(router.toJSON())
    .flat()
    .flatMap(({ methods, pattern, middleware }) => {
      const guards = guardsOf(middleware.all() as Iterable<Guard>)
      return methods
        .filter((method) => method !== 'HEAD')
        .map((method) => ({ route: `${method} ${pattern}`, guards }))
    })
}

const isGuarded = (guards: string[]) => guards.some((guard) => /^(can|desk may) \w+/.test(guard))

test.group('Who may call which address', () => {
  test('every route takes a permission, a token, or has a place on the public list', ({
    assert,
  }) => {
    const open = allRoutes().filter(({ route, guards }) => {
      return !isGuarded(guards) && !guards.includes(VISITORS) && !(route in PUBLIC)
    })
    assert.sameMembers(
      open.map(({ route }) => route),
      LOGGED_IN
    )
    for (const { guards } of open) assert.include(guards, 'auth')
  })

  test('a permission is only asked for after the log-in', ({ assert }) => {
    for (const { route, guards } of allRoutes()) {
      const can = guards.findIndex((guard) => guard.startsWith('can '))
      if (can >= 0) assert.include(guards.slice(0, can), 'auth', route)
    }
  })

  test('whoever may only look at chats changes nothing, but tells that they look', ({ assert }) => {
    const harmless = allRoutes().filter(({ route, guards }) => {
      return !route.startsWith('GET ') && guards.includes('desk may view chat')
    })
    assert.deepEqual(
      harmless.map(({ route }) => route),
      ['POST /chat/:id/viewing']
    )
  })

  test('nothing on the public list is gone, or guarded after all', ({ assert }) => {
    const routes = new Map(allRoutes().map(({ route, guards }) => [route, guards]))
    for (const route of Object.keys(PUBLIC)) {
      assert.isTrue(routes.has(route), route)
      assert.isFalse(isGuarded(routes.get(route)!), route)
    }
  })

  test("every visitor's route stands behind the widget as well", ({ assert }) => {
    const ofVisitors = allRoutes().filter(({ guards }) => guards.includes(VISITORS))
    assert.isAbove(ofVisitors.length, 6)
    for (const { route, guards } of ofVisitors) {
      assert.isBelow(guards.indexOf('widget'), guards.indexOf(VISITORS), route)
      assert.isAtLeast(guards.indexOf('widget'), 0, route)
    }
  })
})
