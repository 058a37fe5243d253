import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import type { ApiClient, ApiRequest } from '@japa/api-client'
import User from '#crm/models/user'
import { moduleSwitch } from '#crm/services/modules/module_switch'
import { ChatWorld } from '#tests/helpers/chat_world'
import { LOGGED_IN, PUBLIC, VISITORS } from '#tests/helpers/open_routes'
import { servedRoutes, takenAddressOf, type ServedRoute } from '#tests/helpers/routes'

/** What programs call, and people by the way. */
const isApi = ({ pattern, name }: ServedRoute) =>
  pattern.startsWith('/api/v1/') || name === 'chat.metrics'
const nameOf = ({ method, pattern }: ServedRoute) => `${method} ${pattern}`
const isOpen = (route: ServedRoute) => nameOf(route) in PUBLIC

/** A request of every address that is not public, which carries nothing to be known by. */
async function scene(client: ApiClient) {
  const world = await ChatWorld.create()
  await moduleSwitch.toggle('chat', world.chat.config.defaultTenant, true)
  const protectedRoutes = servedRoutes().filter((route) => !isOpen(route))
  const request = (route: ServedRoute) => {
    const url = takenAddressOf(route, { key: world.widget.publicKey, id: randomUUID() })
    return client.request(url, route.method as 'GET').redirects(0)
  }
  const ofUsers = protectedRoutes.filter(({ guards }) => !guards.includes(VISITORS))
  const ofVisitors = protectedRoutes.filter(({ guards }) => guards.includes(VISITORS))
  return { world, request, ofUsers, ofVisitors }
}

/** How a route answers, in a word. */
async function answerOf(request: ApiRequest) {
  const response = await request
  const place = response.status() === 302 ? ` ${response.header('location')}` : ''
  return `${response.status()}${place}`
}

/** The response to a request without a user. */
const sentAway = (route: ServedRoute) => (isApi(route) ? '401' : '302 /login')

async function bearerOf(user: User, options = {}) {
  const token = await User.accessTokens.create(user, ['*'], options)
  return { token, value: token.value!.release() }
}

test.group('Every address that is not public', () => {
  test('refuses requests that are not logged in: without a session, with one that is over, with a bad token', async ({
    client,
    assert,
  }) => {
    const { world, request, ofUsers } = await scene(client)
    assert.isAbove(ofUsers.length, 150)
    const [owner, left, gone] = [
      await world.user('owner'),
      await world.user('owner'),
      await world.user('owner'),
    ]
    const copied = { auth_web: left.id, issued_at: Date.now(), seen_at: Date.now() }
    await left.endSessions(copied.issued_at)
    const [revoked, expired, deactivated] = [
      await bearerOf(owner),
      await bearerOf(owner, { expiresIn: -60 }),
      await bearerOf(gone),
    ]
    await User.accessTokens.delete(owner, revoked.token.identifier)
    await gone.merge({ isActive: false }).save()

    const callers: Record<string, (request: ApiRequest) => ApiRequest> = {
      'without a session': (each) => each.withCsrfToken(),
      'with a copied cookie': (each) => each.withSession(copied).withCsrfToken(),
      'of a deactivated user': (each) => each.loginAs(gone).withCsrfToken(),
    }
    for (const [name, { value }] of Object.entries({ revoked, expired, deactivated }))
      callers[`with a token: ${name}`] = (each) => each.bearerToken(value).withCsrfToken()
    for (const [caller, dress] of Object.entries(callers)) {
      for (const route of ofUsers) {
        const answer = await answerOf(dress(request(route)))
        assert.equal(answer, sentAway(route), `${nameOf(route)} ${caller}`)
      }
    }
  }).timeout(120_000)

  test('is forbidden to a user who holds no permission, but for what is their own', async ({
    client,
    assert,
  }) => {
    const { world, request, ofUsers } = await scene(client)
    const powerless = await world.user('guest' as never)
    const { value } = await bearerOf(powerless)
    for (const route of ofUsers.filter((each) => !LOGGED_IN.includes(nameOf(each)))) {
      const bySession = await answerOf(request(route).loginAs(powerless).withCsrfToken())
      assert.equal(bySession, '403', `${nameOf(route)} by session`)
      const byToken = await answerOf(request(route).bearerToken(value).withCsrfToken())
      assert.equal(byToken, isApi(route) ? '403' : '302 /login', `${nameOf(route)} by token`)
    }
  }).timeout(120_000)

  test('of a visitor takes a visitor’s token of this very widget, and no log-in helps', async ({
    client,
    assert,
  }) => {
    const { world, request, ofVisitors } = await scene(client)
    assert.isAbove(ofVisitors.length, 6)
    const owner = await world.user('owner')
    const { value } = await bearerOf(owner)
    const stranger = await (await ChatWorld.create()).guest()
    for (const route of ofVisitors) {
      for (const [caller, dressed] of [
        ['nobody', request(route)],
        ['a user', request(route).loginAs(owner).withCsrfToken()],
        ['a program', request(route).bearerToken(value)],
        ['another’s visitor', request(route).header('X-Visitor-Token', stranger.token)],
        ['a guess', request(route).header('X-Visitor-Token', 'x'.repeat(43))],
      ] as const) {
        assert.equal(await answerOf(dressed), '401', `${nameOf(route)} of ${caller}`)
      }
    }
  }).timeout(60_000)
})
