/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ownWidgetHost } from '#tests/helpers/own_widget_host'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'
import { visitorWhoWrote } from '#tests/helpers/website_visitor'
import { ownServer } from '#tests/helpers/widget_client'

const cookiesAt = async (context: BrowserContext, url: string) =>
  (await context.cookies(url)).map(({ name }) => name)

test.group('A widget with a host name of its own', () => {
  test('a visitor and an agent talk in one browser, and the frame has neither cookie nor page of the CRM', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { widgetUrl } = ownWidgetHost(cleanup)
    const website = await startWebsite(world.widget.publicKey, '127.0.0.1', widgetUrl)
    cleanup(() => website.close())
    const user = await world.user('manager', 'Anna Agent')
    const agent = await AgentPage.logIn(browserContext, user.email)
    await agent.openInbox()
    const foreign: string[] = []
    const visitor = await VisitorPage.visit(browserContext, website.url)
    visitor.page.on('request', (request) => {
      if (request.url().startsWith(ownServer())) foreign.push(request.url())
    })
    await visitor.openChat()
    await visitor.write('Do you repair e-bikes?')
    await visitor.state('Sent')
    await agent.rows.first().getByRole('link').click()
    await agent.shows(['Do you repair e-bikes?'])
    await agent.reply('We do, every day')
    await visitor.shows(['Do you repair e-bikes?', 'We do, every day'])
    await visitor.state('Seen')
    assert.deepEqual(foreign, [])

    assert.include(await cookiesAt(browserContext, ownServer()), 'crm-session')
    assert.deepEqual(await cookiesAt(browserContext, widgetUrl), [])
    const frame = visitor.page.frames().find((it) => it.url().startsWith(widgetUrl))!
    const answers = await frame.evaluate(() =>
      Promise.all(
        ['/login', '/chat', '/settings', '/api/v1/live-chat/conversations'].map(async (path) => {
          return (await fetch(path)).status
        })
      )
    )
    assert.deepEqual(answers, [404, 404, 404, 404])
    const tab = await browserContext.newPage()
    assert.equal((await tab.goto(`${widgetUrl}/chat`))!.status(), 404)
    assert.deepEqual(await cookiesAt(browserContext, widgetUrl), [])

    await visitor.page.evaluate(() => (window as any).CrmChat('reset'))
    await visitor.page.waitForFunction(() => !localStorage.length)
  })

  test('the line of before goes on under a policy that names the CRM alone', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { widgetUrl } = ownWidgetHost(cleanup)
    await visitorWhoWrote('Still here', world, browserContext, cleanup)
    assert.deepEqual(await cookiesAt(browserContext, widgetUrl), [])
  })

  test('the hosted test page has the chat from there', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create({ allowedOrigins: ['shop.example'] })
    const { widgetUrl } = ownWidgetHost(cleanup)
    const owner = await AgentPage.logIn(browserContext, (await world.user('owner')).email)
    await owner.visit(`/settings/chat-widgets/${world.widget.externalId}/try?look=plain`)
    const visitor = VisitorPage.on(owner.page)
    await visitor.openChat()
    await visitor.write('A trial')
    await visitor.state('Sent')
    assert.isTrue(owner.page.frames().some((frame) => frame.url().startsWith(widgetUrl)))

    await owner.page.evaluate(() => (window as any).CrmChat('reset'))
    await owner.page.waitForFunction(() => {
      return !Object.keys(localStorage).some((name) => name.startsWith('crmchat:'))
    })
  })
})
