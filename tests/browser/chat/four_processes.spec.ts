import { test } from '@japa/runner'
import { DrillProxy } from '#chat/drill/drill_proxy'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { hasRedis, RedisProcess } from '#tests/helpers/redis_process'
import { ServerProcess } from '#tests/helpers/server_process'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'

const PROCESSES = 4
/** Sooner than a heartbeat, on a busy machine as well. */
const WITHIN = 6000

test.group('Four processes behind a proxy that takes them in turn', (group) => {
  if (!hasRedis) return group.each.skip(true, 'there is no redis-server here')

  test('a visitor and an agent talk, and the visitor becomes a person', async ({
    browser,
    cleanup,
  }) => {
    const redis = await RedisProcess.start()
    const proxy = await DrillProxy.start()
    // Who is logged in at one is so at each
    const environment = { REDIS_URL: redis.url, NODE_ENV: 'development', APP_URL: proxy.url }
    const servers = await Promise.all(
      Array.from({ length: PROCESSES }, () => ServerProcess.start(environment))
    )
    proxy.switchTo(...servers.map(({ url }) => url))
    const world = await ChatWorld.create({ contactRequired: true, collectName: true })
    const website = await startWebsite(world.widget.publicKey, 'localhost', proxy.url)
    const [visitors, agents] = [await browser.newContext(), await browser.newContext()]
    cleanup(async () => {
      await Promise.all([visitors.close(), agents.close()])
      await website.close()
      proxy.close()
      await Promise.all(servers.map((server) => server.stop('SIGKILL')))
      await redis.kill()
    })

    const user = await world.user('manager', 'Anna Agent')
    const agent = await AgentPage.logInByForm(agents, user.email, proxy.url)
    await agent.openInbox()
    await agent.connection('live')
    const visitor = await VisitorPage.visit(visitors, website.url)
    await visitor.openChat()
    await visitor.write('Do you repair e-bikes?')
    await visitor.frame.getByLabel('Name').fill('Jane Doe')
    await visitor.frame.getByLabel('Email').fill('jane@home.example')
    await visitor.frame.getByRole('button', { name: 'Continue' }).click()
    await visitor.state('Sent')

    await agent.rows.filter({ hasText: 'Jane Doe' }).waitFor({ timeout: WITHIN })
    await agent.openConversation('Jane Doe')
    await agent.shows(['Do you repair e-bikes?'])
    await agent.reply('We do, every day')
    await visitor.shows(['Do you repair e-bikes?', 'We do, every day'], WITHIN)
    await visitor.composer.pressSequentially('And')
    await agent.page.getByText('Jane Doe is typing').waitFor({ timeout: WITHIN })
    await visitor.write('And what does it cost?')
    const said = ['Do you repair e-bikes?', 'We do, every day', 'And what does it cost?']
    await agent.shows(said, WITHIN)
    await agent.context.getByRole('button', { name: 'Save as contact' }).click()
    await agent.context.getByRole('link', { name: 'Jane Doe' }).waitFor()
  }).timeout(120_000)
})
