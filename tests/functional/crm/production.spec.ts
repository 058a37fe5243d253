import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import User from '#crm/models/user'
import { DEMO_PASSWORD } from '#crm/auth/demo_users'
import { moduleSwitch } from '#crm/services/modules/module_switch'
import { createUser, emptyCrm } from '#tests/functional/crm/support'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ServerProcess } from '#tests/helpers/server_process'
import { request } from '#tests/helpers/widget_client'

const API = '/api/v1/live-chat/widgets'

const production = () => ServerProcess.start({ NODE_ENV: 'production', LOG_LEVEL: 'info' })

/** Where a log-in leads. */
async function logIn(browser: AgentBrowser, email: string, password: string) {
  await browser.get('/login')
  const { headers } = await browser.post('/login', { email, password })
  return headers.get('location')
}

async function bearerOf(user: User) {
  const token = await User.accessTokens.create(user)
  return { authorization: `Bearer ${token.value!.release()}` }
}

const statusOf = async (url: string, headers = {}) => (await request(url, { headers })).status

/** What a command prints. */
async function printed(command: string, ...input: string[]) {
  const said: string[] = []
  const { write } = process.stdout
  process.stdout.write = (text: unknown) => said.push(String(text)) > 0
  await ace.exec(command, input).finally(() => (process.stdout.write = write))
  return said.join('').trim()
}

test.group('Servers in production', (group) => {
  let servers: ServerProcess[] = []

  group.each.setup(emptyCrm)
  group.each.teardown(async () => {
    await Promise.all(servers.map((server) => server.stop()))
    servers = []
  })

  test('refuse a demo account until its password is its own: log-ins, sessions and tokens', async ({
    assert,
  }) => {
    await moduleSwitch.toggle('chat', 'default', true)
    const demo = await createUser('owner', { email: 'admin@example.com', password: DEMO_PASSWORD })
    const other = await createUser('owner', { password: 'secret-password' })
    const evaluated = await ServerProcess.start({ NODE_ENV: 'development' })
    servers.push(evaluated)
    const browser = new AgentBrowser(evaluated.url)
    assert.equal(await logIn(browser, demo.email, DEMO_PASSWORD), '/leads')

    const server = await production()
    servers.push(server)
    await server.says(/admin@example\.com has the demo's password.*crm:password admin@example\.com/)
    assert.notInclude(server.output, other.email)
    const here = browser.copy(server.url)
    assert.equal((await here.get('/leads')).headers.get('location'), '/login')
    assert.equal(await logIn(new AgentBrowser(server.url), demo.email, DEMO_PASSWORD), '/login')
    const [bearer, others] = [await bearerOf(demo), await bearerOf(other)]
    assert.equal(await statusOf(server.url + API, bearer), 401)
    assert.equal(await statusOf(server.url + API, others), 200)

    const password = await printed('crm:password', 'Admin@example.com')
    assert.equal(await logIn(new AgentBrowser(server.url), demo.email, password), '/leads')
    assert.equal(await statusOf(server.url + API, bearer), 401)
    assert.equal(await statusOf(server.url + API, await bearerOf(await demo.refresh())), 200)
  }).timeout(60_000)

  test('end a copied cookie and its stream everywhere when its user logs out at one of them', async ({
    assert,
    cleanup,
  }) => {
    await moduleSwitch.toggle('chat', 'default', true)
    const user = await createUser('employee')
    servers = await Promise.all([production(), production()])
    const [here, there] = servers
    const browser = new AgentBrowser(here.url)
    assert.equal(await logIn(browser, user.email, 'secret-password'), '/leads')
    const copies = servers.map(({ url }) => browser.copy(url))
    const streams = await Promise.all(copies.map((copy) => copy.stream()))
    cleanup(() => streams.forEach((stream) => stream.close()))
    await Promise.all(streams.map((stream) => stream.frame('chat.ready')))

    assert.equal((await browser.copy(there.url).post('/logout')).status, 302)
    await Promise.all(streams.map((stream) => stream.ended(9000)))
    for (const copy of copies) {
      assert.equal((await copy.get('/leads')).headers.get('location'), '/login')
      assert.equal((await copy.stream()).status, 401)
    }
    assert.equal(await logIn(browser, user.email, 'secret-password'), '/leads')
    assert.equal((await browser.get('/leads')).status, 200)
  }).timeout(60_000)
})

test.group('A new password from the console', (group) => {
  group.each.setup(emptyCrm)

  test('lets its user in, leaves their tokens, and is for users who exist', async ({ assert }) => {
    const user = await createUser('employee')
    await bearerOf(user)
    const password = await printed('crm:password', user.email)
    assert.equal((await User.verifyCredentials(user.email, password)).id, user.id)
    assert.lengthOf(await User.accessTokens.all(user), 1)
    const { exitCode } = await ace.exec('crm:password', ['nobody@crm.example'])
    assert.equal(exitCode, 1)
  })
})
