import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import User from '#crm/models/user'
import { moduleSwitch } from '#crm/services/modules/module_switch'
import { createUser, emptyCrm } from '#tests/functional/crm/support'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { PASSWORD } from '#tests/helpers/chat_world'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Kept = Record<string, number>

/** What a browser keeps of a session that was issued and last used so long ago. */
const kept = (user: User, issuedAgo = 0, seenAgo = issuedAgo): Kept => ({
  auth_web: user.id,
  issued_at: Date.now() - issuedAgo,
  seen_at: Date.now() - seenAgo,
})

/** How a page, a script and the API answer to a session. */
async function answersTo(client: ApiClient, session: Kept) {
  const page = await client.get('/leads').withSession(session).redirects(0)
  const script = await client.get('/leads').accept('json').withSession(session).redirects(0)
  const api = await client.get('/api/v1/live-chat/widgets').withSession(session).redirects(0)
  return [page.status(), page.header('location') ?? null, script.status(), api.status()]
}

const IN = [200, null, 200, 200]
const OUT = [302, '/login', 401, 401]

/** A user whose clock starts well before the test. */
async function userOfYesterday() {
  await moduleSwitch.toggle('chat', 'default', true)
  const user = await createUser('owner')
  await User.query().where('id', user.id).update({ sessions_valid_after: 0 })
  return user.refresh()
}

test.group('A session', (group) => {
  group.each.setup(emptyCrm)

  test('is over after a log-out, in whatever browsers it is kept', async ({ client, assert }) => {
    const user = await userOfYesterday()
    const [copied, elsewhere] = [kept(user, MINUTE), kept(user, HOUR)]
    assert.deepEqual(await answersTo(client, copied), IN)
    const left = await client.post('/logout').withSession(copied).withCsrfToken().redirects(0)
    left.assertFlashMessage('success', 'You’ve been logged out on all your devices.')
    assert.deepEqual(await answersTo(client, copied), OUT)
    assert.deepEqual(await answersTo(client, elsewhere), OUT)
  })

  test('begins anew within the millisecond of a log-out', async ({ client, assert, cleanup }) => {
    const user = await userOfYesterday()
    const { now } = Date
    const frozen = now()
    Date.now = () => frozen
    cleanup(() => void (Date.now = now))
    const before = kept(user)
    await client.post('/logout').withSession(before).withCsrfToken().redirects(0)
    const login = await client
      .post('/login')
      .withCsrfToken()
      .form({ email: user.email, password: 'secret-password' })
      .redirects(0)
    login.assertHeader('location', '/leads')
    assert.deepEqual(await answersTo(client, login.session() as Kept), IN)
    assert.deepEqual(await answersTo(client, before), OUT)
  })

  test('is over after a log-out when a clock ahead of this one issued it', async ({
    client,
    assert,
  }) => {
    const user = await userOfYesterday()
    const session = { ...kept(user), issued_at: Date.now() + MINUTE }
    await client.post('/logout').withSession(session).withCsrfToken().redirects(0)
    assert.deepEqual(await answersTo(client, session), OUT)
    const login = await client
      .post('/login')
      .withCsrfToken()
      .form({ email: user.email, password: 'secret-password' })
      .redirects(0)
    assert.deepEqual(await answersTo(client, login.session() as Kept), IN)
  })

  test('is over with a new password', async ({ client, assert }) => {
    const user = await userOfYesterday()
    const session = kept(user, MINUTE)
    await user.merge({ fullName: 'Olga' }).save()
    assert.deepEqual(await answersTo(client, session), IN)
    await user.merge({ password: 'another-password' }).save()
    assert.deepEqual(await answersTo(client, session), OUT)
  })

  test('does not come back when a user is deactivated and activated again', async ({
    client,
    assert,
  }) => {
    const user = await userOfYesterday()
    const session = kept(user, MINUTE)
    await user.merge({ isActive: false }).save()
    await user.merge({ isActive: true }).save()
    assert.deepEqual(await answersTo(client, session), OUT)
  })

  test('of one who had the same id before is none', async ({ client, assert }) => {
    const { id } = await createUser('owner')
    const session = kept({ id } as User, MINUTE)
    assert.deepEqual((await answersTo(client, session)).slice(0, 2), OUT.slice(0, 2))
  })

  test('is over after 12 hours without a request, and after 30 days in any case', async ({
    client,
    assert,
  }) => {
    const user = await userOfYesterday()
    assert.deepEqual(await answersTo(client, kept(user, 13 * HOUR, 11 * HOUR)), IN)
    assert.deepEqual(await answersTo(client, kept(user, 13 * HOUR)), OUT)
    assert.deepEqual(await answersTo(client, kept(user, 29 * DAY, MINUTE)), IN)
    assert.deepEqual(await answersTo(client, kept(user, 31 * DAY, MINUTE)), OUT)
  })

  test('that does not say when it was issued is over', async ({ client, assert }) => {
    const { auth_web: id, ...ages } = kept(await userOfYesterday())
    assert.deepEqual(await answersTo(client, { auth_web: id }), OUT)
    const nonsense = { auth_web: id, ...ages, issued_at: 'yesterday' } as never
    assert.deepEqual(await answersTo(client, nonsense), OUT)
  })

  test('stays young while it is used', async ({ client, assert }) => {
    const session = kept(await userOfYesterday(), 2 * HOUR)
    const page = await client.get('/leads').withSession(session)
    assert.isAbove(page.session('seen_at') as number, session.seen_at)
    assert.equal(page.session('issued_at'), session.issued_at)
  })

  test('has its cookies renewed once a minute, and whenever it changes', async ({
    client,
    assert,
  }) => {
    const user = await userOfYesterday()
    const secret = { 'csrf-secret': 'known to the session' }
    const isRenewed = async (seenAgo: number, path = '/leads') => {
      const session = { ...kept(user, HOUR, seenAgo), ...secret }
      const answer = await client.get(path).withSession(session as never)
      return answer.headers()['set-cookie'] !== undefined
    }
    assert.isFalse(await isRenewed(MINUTE / 2))
    assert.isFalse(await isRenewed(MINUTE / 2, '/api/v1/live-chat/widgets'))
    assert.isTrue(await isRenewed(MINUTE))
    const browser = await AgentBrowser.logIn(await createUser('manager', { password: PASSWORD }))
    assert.isEmpty((await browser.get('/leads')).headers.getSetCookie())
    assert.isNotEmpty((await browser.post('/logout')).headers.getSetCookie())
  })
})
