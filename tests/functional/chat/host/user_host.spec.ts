import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { SessionCollection } from '@adonisjs/session'
import type { HttpContext } from '@adonisjs/core/http'
import { HttpContextFactory, RequestFactory } from '@adonisjs/core/factories/http'
import { SessionMiddlewareFactory } from '@adonisjs/session/factories'
import {
  AuthNotInitialized,
  defineUserHost,
  type ChatConfig,
  type UserHostOptions,
  WrongUserModel,
} from '#chat/main'
import { Contact, contacts, withContacts } from './contacts.js'

const host = (more: Partial<UserHostOptions<typeof Contact>> = {}) =>
  defineUserHost({
    userModel: contacts,
    can: (user, permission) => user.stage === 'admin' || permission === 'view chat',
    email: (user) => user.address ?? '',
    name: (user) => user.firstName,
    ...more,
  })()

interface LoggedIn {
  guard?: string
  drivers?: Record<string, string>
  authorization?: string
  sessionId?: string
}

/** A request on which the host's middleware has logged a user in by a guard. */
function requestOf(user: Contact | null, options: LoggedIn = {}): HttpContext {
  const { guard = 'web', drivers = { web: 'session' }, authorization, sessionId } = options
  const ctx = new HttpContextFactory().create()
  if (authorization) ctx.request.request.headers.authorization = authorization
  const auth = {
    defaultGuard: 'web',
    authenticatedViaGuard: user ? guard : undefined,
    use: (name: string) => ({
      driverName: drivers[name],
      sessionKeyName: `auth_${name}`,
      user: name === guard ? user : null,
    }),
    checkUsing: async () => false,
  }
  return Object.assign(ctx, {
    auth,
    ...(sessionId && { session: { sessionId } }),
  }) as unknown as HttpContext
}

/** A store of sessions; one that keeps them in the browser has nothing to look at. */
const keeping = (stored: Map<string, object> | null) =>
  ({ get: async (id: string) => stored!.get(id) ?? null }) as unknown as SessionCollection

test.group('A host that is made of its user model', (group) => {
  withContacts(group)

  test('shows users under their names, or what there is of them', async ({ assert }) => {
    const user = await Contact.create({ firstName: 'Ann', address: 'ann@x.example' })
    const { findUser } = await host()
    const id = String(user.id)
    const shown = { id, name: 'Ann', email: 'ann@x.example', avatarUrl: null }
    assert.deepEqual(await findUser('default', id), shown)
    const nameless = await host({ name: undefined })
    assert.equal((await nameless.findUser('default', id))?.name, 'ann')
    assert.isNull(await findUser('default', '0'))
  })

  test('offers those who may answer, active, of the tenant, by name', async ({ assert }) => {
    const people = [
      ['Zoe', 'admin', 'one'],
      ['Ann', 'admin', 'one'],
      ['Bob', 'guest', 'one'],
      ['Eve', 'admin', 'two'],
      ['Old', 'admin', 'one'],
      ['Far', 'admin', 'one'],
    ]
    for (const [firstName, stage, organisation] of people) {
      await Contact.create({ firstName, stage, organisation })
    }
    const { assignableUsers } = await host({
      isActive: ({ firstName }) => firstName !== 'Old',
      tenant: ({ organisation }) => organisation!,
      agents: (query) => query.whereNot('first_name', 'Far'),
    })
    assert.deepEqual(
      (await assignableUsers('one')).map(({ name }) => name),
      ['Ann', 'Zoe']
    )
  })

  test('knows the user of a request by the chat’s guards only', async ({ assert }) => {
    const user = await Contact.create({ firstName: 'Ann' })
    const { currentUser } = await host()
    assert.equal(currentUser(requestOf(user))?.name, 'Ann')
    assert.isNull(currentUser(requestOf(null)))
    const drivers = { web: 'session', customers: 'session' }
    const customer = requestOf(user, { guard: 'customers', drivers })
    assert.isNull(currentUser(customer))
    const both = await host({ guards: ['web', 'customers'] })
    assert.equal(both.currentUser(customer)?.name, 'Ann')
  })

  test('leads to its log-in and back again below the path of publicUrl', async ({
    assert,
    cleanup,
  }) => {
    const config = app.config.get<ChatConfig>('chat')
    const { publicUrl } = config
    cleanup(() => void (config.publicUrl = publicUrl))
    const middleware = await new SessionMiddlewareFactory().create()
    const sentTo = async (loginUrl?: string) => {
      const url = '/inbox?filter=open'
      const request = new RequestFactory().merge({ url, method: 'GET' }).create()
      const ctx = new HttpContextFactory().merge({ request }).create()
      Object.assign(ctx, { route: {} })
      const { requireLogin } = await host({ loginUrl })
      let intended: string | null = null
      await middleware.handle(ctx, async () => {
        requireLogin(ctx)
        intended = ctx.session.getIntendedUrl()
      })
      return [ctx.response.getHeader('location'), intended]
    }
    assert.deepEqual(await sentTo(), ['/login', '/inbox?filter=open'])
    config.publicUrl = 'https://example.com/crm'
    assert.deepEqual(await sentTo(), ['/crm/login', '/crm/inbox?filter=open'])
    assert.deepEqual(await sentTo('/enter'), ['/enter', '/crm/inbox?filter=open'])
  })

  test('takes no session for a request that says it comes with a token', async ({ assert }) => {
    const user = await Contact.create({ firstName: 'Ann' })
    const { currentUser } = await host({ guards: ['web', 'api'] })
    const drivers = { web: 'session', api: 'access_tokens' }
    const authorization = 'Bearer some'
    assert.isNull(currentUser(requestOf(user, { drivers, authorization })))
    assert.isNotNull(currentUser(requestOf(user, { drivers, authorization, guard: 'api' })))
    assert.isNotNull(currentUser(requestOf(user, { drivers, authorization: 'Basic some' })))
  })

  test('knows when a session is over, as far as its store can tell', async ({
    assert,
    cleanup,
  }) => {
    const [ann, bob] = [
      await Contact.create({ firstName: 'Ann' }),
      await Contact.create({ firstName: 'Bob' }),
    ]
    const stored = new Map([
      ['of-ann', { auth_web: ann.id }],
      ['of-bob', { auth_web: bob.id }],
    ])
    app.container.swap(SessionCollection, () => keeping(stored))
    cleanup(() => app.container.restore(SessionCollection))
    const { stillLoggedIn } = await host()
    const [ctx, other] = ['of-ann', 'of-bob'].map((sessionId) => requestOf(ann, { sessionId }))
    const names = async () => [...(await stillLoggedIn([ctx, other])).values()].map((u) => u.name)

    assert.deepEqual(await names(), ['Ann'], 'the other session is of another user by now')
    stored.delete('of-ann')
    assert.deepEqual(await names(), [])
    app.container.swap(SessionCollection, () => keeping(null))
    assert.deepEqual(await names(), ['Ann', 'Ann'], 'sessions in cookies cannot be looked up')
    await ann.delete()
    assert.deepEqual(await names(), [])
  })

  test('says what is missing: auth’s middleware, a Lucid model', async ({ assert }) => {
    const { identify } = await host()
    await assert.rejects(
      async () => identify!(new HttpContextFactory().create()),
      new AuthNotInitialized().message
    )
    for (const wrong of [class {}, undefined, {}]) {
      const broken = await host({ userModel: async () => ({ default: wrong as typeof Contact }) })
      await assert.rejects(() => broken.assignableUsers('default'), new WrongUserModel().message)
    }
  })

  test('without people and leads has neither, and says so', async ({ assert }) => {
    const { capabilities, findPerson, findLead } = await host()
    assert.deepEqual(capabilities, {
      people: false,
      leads: false,
      tickets: false,
      timeline: false,
    })
    assert.isNull(await findPerson('default', '1'))
    assert.isNull(await findLead('default', '1'))
  })
})
