/// <reference lib="dom" />
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import Message from '#chat/models/message'
import { startDemoSite } from '../../../bin/demo_site.js'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { launchChromium } from '#tests/helpers/chromium'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { ownServer } from '#tests/helpers/widget_client'

/**
 * A CRM on a company's own network, without a certificate: for the browser no secure context, so without
 * `crypto.randomUUID` and Web Locks.
 */
test.group('Over plain HTTP', () => {
  test('what a visitor and an agent write arrives, once, from several tabs as well', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user('manager', 'Anna Agent')
    const crm = ownServer().replace('localhost', 'crm.lan')
    const config = app.config.get<{ publicUrl: string }>('chat')
    const { publicUrl } = config
    config.publicUrl = crm
    const website = await startDemoSite({
      port: 0,
      crmUrl: crm,
      widgetKey: world.widget.publicKey,
    })
    const rules = '--host-resolver-rules=MAP *.lan localhost'
    const browser = await launchChromium({ args: [rules] })
    cleanup(async () => {
      config.publicUrl = publicUrl
      await browser.close()
      await website.close()
    })

    const context = await browser.newContext()
    const shop = website.url.replace('localhost', 'shop.lan')
    const visitor = await VisitorPage.visit(context, shop)
    await visitor.openChat()
    await visitor.write('From a plain page')
    await visitor.state('Sent')
    const second = await VisitorPage.visit(context, `${shop}/repairs`)
    await second.openChat()
    await second.write('From another tab')
    await visitor.shows(['From a plain page', 'From another tab'])

    const agent = await AgentPage.logInByForm(await browser.newContext(), user.email, crm)
    const isSecure = await agent.page.evaluate(() => isSecureContext || 'randomUUID' in crypto)
    assert.isFalse(isSecure)
    await agent.openInbox()
    await agent.rows.first().getByRole('link').click()
    await agent.shows(['From a plain page', 'From another tab'])
    await agent.reply('From a plain inbox')
    await visitor.shows(['From a plain page', 'From another tab', 'From a plain inbox'])
    await agent.page.locator('.chat-message--pending').waitFor({ state: 'detached' })
    const { id } = await world.onlyConversation()
    const stored = await Message.query().where({ conversation_id: id, type: 'text' }).orderBy('seq')
    assert.deepEqual(
      stored.map(({ content }) => content),
      ['From a plain page', 'From another tab', 'From a plain inbox']
    )
  })
})
