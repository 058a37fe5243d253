/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import Message from '#chat/models/message'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'
import { Signer } from '../../functional/chat/identity/signing.js'

type Commands = (...call: unknown[]) => void

const command = (page: Page, ...call: unknown[]) =>
  page.evaluate((it) => (window as unknown as { CrmChat: Commands }).CrmChat(...it), call)

/** What became of the next identity token of the page. */
const identity = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((resolve) =>
        (window as unknown as { CrmChat: Commands }).CrmChat('on', 'identity', resolve)
      )
  )

test.group('A verified visitor', () => {
  test('goes on with their conversation on another device, and is forgotten by a reset', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const world = await ChatWorld.create({ contactRequired: true })
    const signer = await Signer.of(world)
    const jwt = await signer.sign({ name: 'Vera Visitor', email: 'vera@example.com' })
    const website = await startWebsite(world.widget.publicKey)
    cleanup(() => website.close())

    const phone = await browser.newContext()
    const first = await VisitorPage.visit(phone, website.url)
    await command(first.page, 'identify', { jwt })
    await first.openChat()
    // The website has given name and email, so the chat asks for neither
    await first.write('From my phone')
    await first.state('Sent')
    const sent = await Message.query().where('tenant_id', world.tenantId).firstOrFail()
    assert.isTrue(sent.isVerified)
    assert.equal(sent.senderName, 'Vera Visitor')

    const laptop = await browser.newContext()
    const second = await VisitorPage.visit(laptop, website.url)
    await second.openChat()
    const became = identity(second.page)
    await command(second.page, 'identify', { jwt })
    assert.deepEqual(await became, { verified: true })
    await second.shows(['From my phone'])

    await command(second.page, 'reset')
    await second.page.locator('crm-chat iframe').waitFor({ state: 'detached' })
    await first.write('Still here')
    await first.state('Sent')
  })

  test('is shown as verified to agents, in the thread and in what a frame draws', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const signer = await Signer.of(world)
    const website = await startWebsite(world.widget.publicKey)
    cleanup(() => website.close())
    const visitor = await VisitorPage.visit(await browser.newContext(), website.url)
    const jwt = await signer.sign({ name: 'Vera Visitor', email: 'vera@example.com' })
    await command(visitor.page, 'identify', { jwt })
    await visitor.openChat()
    await visitor.write('Hello')
    await visitor.state('Sent')
    const user = await world.user('employee')
    const agent = await AgentPage.logIn(await browser.newContext(), user.email)
    await agent.visit(`/chat/${(await world.onlyConversation()).externalId}`)
    await agent.page.locator('.chat-message__verified').first().waitFor()
    await agent.context.getByText('vera@example.com').waitFor()
    await agent.context.getByText('Verified', { exact: true }).first().waitFor()
    await visitor.write('Drawn from a frame')
    const drawn = agent.page.locator('.chat-message', { hasText: 'Drawn from a frame' })
    await drawn.waitFor()
    assert.match((await drawn.getAttribute('data-sender'))!, /-verified$/)
  })

  test('whose token is bad stays who they were, and the page learns why', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const signer = await Signer.of(world)
    const website = await startWebsite(world.widget.publicKey)
    cleanup(() => website.close())
    const visitor = await VisitorPage.visit(browserContext, website.url)
    await visitor.openChat()
    await visitor.write('Hello')
    await visitor.state('Sent')
    const became = identity(visitor.page)
    await command(visitor.page, 'identify', { jwt: await signer.sign({ aud: 'another' }) })
    assert.deepEqual(await became, {
      verified: false,
      message: 'The “aud” of the identity token must be the key of this widget',
    })
    await visitor.write('Still me')
    await visitor.shows(['Hello', 'Still me'])
    const messages = await Message.query().where('tenant_id', world.tenantId)
    assert.isTrue(messages.every(({ isVerified }) => !isVerified))
  })
})
