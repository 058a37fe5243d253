import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Agent from '#chat/models/agent'
import { effectiveStatus, type AgentState } from '#chat/services/team/agent_status'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ChatWorld } from '#tests/helpers/chat_world'
import { serving, silentFor, soon } from './team.js'

const NOW = DateTime.utc()
const HERE: AgentState = {
  status: 'online',
  isIdle: false,
  lastActiveAt: NOW.minus({ seconds: 44 }),
  isServing: true,
  currentChatsCount: 0,
  awaitingChatsCount: 0,
  awaitingVisitorCounts: true,
  maxConcurrentChats: 5,
}
const is = (changes: Partial<AgentState>) => effectiveStatus({ ...HERE, ...changes }, 45, NOW)

test.group('What an agent is', () => {
  test('the stream, the choice, the idle browser and the load decide, in that order', ({
    assert,
  }) => {
    assert.equal(is({}), 'online')
    assert.equal(is({ lastActiveAt: null }), 'offline')
    assert.equal(is({ lastActiveAt: NOW.minus({ seconds: 46 }) }), 'offline')
    assert.equal(is({ status: 'offline' }), 'offline')
    assert.equal(is({ status: 'away' }), 'away')
    assert.equal(is({ isIdle: true, status: 'busy' }), 'away')
    assert.equal(is({ status: 'busy' }), 'busy')
    assert.equal(is({ currentChatsCount: 5 }), 'busy')
    assert.equal(is({ currentChatsCount: 5, isServing: false }), 'online')
    assert.equal(is({ currentChatsCount: 5, awaitingChatsCount: 1 }), 'busy')
    const uncounted = { awaitingChatsCount: 1, awaitingVisitorCounts: false }
    assert.equal(is({ currentChatsCount: 5, ...uncounted }), 'online')
    assert.equal(is({ currentChatsCount: 6, ...uncounted }), 'busy')
    assert.equal(is({ currentChatsCount: 6, isIdle: true }), 'away')
    assert.equal(is({ currentChatsCount: 6, status: 'offline' }), 'offline')
  })

  test('opening a stream is arriving, and several of them are one agent', async ({ assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    await world.chat.agents.roster.add(world.tenantId, String(user.id), {
      maxConcurrentChats: 5,
      departmentIds: [],
      widgetIds: [],
    })
    const { conversation } = await world.chatting()
    const browser = await AgentBrowser.logIn(user)
    const [first, second] = [await browser.stream(), await browser.stream()]
    await soon(async () => (await world.stored(conversation)).status === 'active', 2000)
    assert.lengthOf(await Agent.query().where('tenant_id', world.tenantId), 1)

    first.close()
    const agent = await Agent.findByOrFail('tenant_id', world.tenantId)
    assert.equal(world.chat.agents.presence.statusOf(agent), 'online')
    second.close()
  })

  test('a status is chosen by script and by form, and every stream hears of it', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const agent = await world.agent('Anna', user)
    const browser = await AgentBrowser.logIn(user)
    const stream = await browser.stream()
    const put = () =>
      client.put('/chat/agents/me/status').loginAs(user).withCsrfToken().redirects(0)

    const script = await put().header('Accept', 'application/json').json({ status: 'busy' })
    script.assertStatus(200)
    assert.deepInclude(script.body(), { status: 'busy', effective_status: 'busy' })
    await stream.frame(
      ({ event, agent: changed }) => event === 'chat.agent.updated' && changed.status === 'busy'
    )
    const form = await put().form({ status: 'away' })
    form.assertStatus(302)
    await agent.refresh()
    assert.equal(agent.status, 'away')
    assert.isNotNull(agent.statusChangedAt)

    const wrong = await put().header('Accept', 'application/json').json({ status: 'asleep' })
    wrong.assertStatus(422)
    stream.close()
  })

  test('an idle agent is away until there is input; the chosen status stays', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const agent = await world.agent('Anna', user)
    await world.chat.agents.presence.arrive(agent)
    const report = (idle: unknown) =>
      client
        .post('/chat/agents/me/presence')
        .loginAs(user)
        .withCsrfToken()
        .header('Accept', 'application/json')
        .json({ idle })

    const idle = await report(true)
    assert.deepInclude(idle.body(), { status: 'online', effective_status: 'away', is_idle: true })
    assert.equal(await world.chat.agents.onlineCount(world.tenantId), 0)
    const back = await report(false)
    assert.deepInclude(back.body(), { effective_status: 'online', is_idle: false })
    const wrong = await report('perhaps')
    wrong.assertStatus(422)
  })

  test('who may only look has no status to choose', async ({ client }) => {
    const world = await ChatWorld.create()
    const { withOnly } = await import('#tests/helpers/with_only')
    const user = await world.user()
    await withOnly(world, user, ['view chat'], async () => {
      const answer = await client
        .put('/chat/agents/me/status')
        .loginAs(user)
        .withCsrfToken()
        .header('Accept', 'application/json')
        .json({ status: 'online' })
      answer.assertStatus(403)
      const me = await client
        .get('/chat/agents/me')
        .loginAs(user)
        .header('Accept', 'application/json')
      me.assertBodyContains({ may_serve: false })
    })
  })

  test('a silent agent is offline, and one sign of life later not', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await serving(world)
    await silentFor(agent, 46)
    assert.equal(world.chat.agents.presence.statusOf(await agent.refresh()), 'offline')
    await world.chat.agents.presence.beat(agent.id)
    assert.equal(world.chat.agents.presence.statusOf(await agent.refresh()), 'online')
  })
})
