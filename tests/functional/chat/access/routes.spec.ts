import { test } from '@japa/runner'
import { LOG_IN_GUARDS, LOGGED_IN, PUBLIC, VISITORS } from '#tests/helpers/open_routes'
import { servedRoutes, type ServedRoute } from '#tests/helpers/routes'

const allRoutes = () =>
  servedRoutes().map((served) => ({ ...served, route: `${served.method} ${served.pattern}` }))

const isGuarded = ({ guards, permission }: ServedRoute) =>
  permission !== null || guards.some((guard) => guard.startsWith('can '))

test.group('Who may call which address', () => {
  test('every route takes a permission, a token, or has a place on the public list', ({
    assert,
  }) => {
    const open = allRoutes().filter((served) => {
      const isForVisitors = served.guards.includes(VISITORS)
      return !isGuarded(served) && !isForVisitors && !(served.route in PUBLIC)
    })
    assert.sameMembers(
      open.map(({ route }) => route),
      LOGGED_IN
    )
    for (const { guards, route } of open) {
      assert.isTrue(
        guards.some((guard) => LOG_IN_GUARDS.includes(guard)),
        route
      )
    }
  })

  test('a permission is only asked for after the log-in', ({ assert }) => {
    for (const { route, guards } of allRoutes()) {
      const can = guards.findIndex((guard) => guard.startsWith('can '))
      if (can >= 0) assert.include(guards.slice(0, can), 'auth', route)
    }
  })

  test('a user who may only view chats changes nothing, except their own presence in a thread', ({
    assert,
  }) => {
    const harmless = allRoutes().filter(({ method, permission }) => {
      return method !== 'GET' && permission === 'view chat'
    })
    assert.deepEqual(
      harmless.map(({ route }) => route),
      ['POST /chat/:id/viewing']
    )
  })

  test('nothing on the public list is gone, or guarded after all', ({ assert }) => {
    const routes = new Map(allRoutes().map((served) => [served.route, served]))
    for (const route of Object.keys(PUBLIC)) {
      assert.isTrue(routes.has(route), route)
      assert.isFalse(isGuarded(routes.get(route)!), route)
    }
  })

  test("every visitor's route stands behind the widget as well", ({ assert }) => {
    const ofVisitors = allRoutes().filter(({ guards }) => guards.includes(VISITORS))
    assert.isAbove(ofVisitors.length, 6)
    for (const { route, guards } of ofVisitors) {
      // With what it accepts as a body, where that is no form
      const widget = guards.findIndex((guard) => /^widget( |$)/.test(guard))
      assert.isBelow(widget, guards.indexOf(VISITORS), route)
      assert.isAtLeast(widget, 0, route)
    }
  })
})
