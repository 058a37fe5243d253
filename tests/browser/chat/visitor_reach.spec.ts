import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { BrowserContext } from 'playwright'
import Visitor from '#chat/models/visitor'
import { findings } from '#tests/helpers/accessibility'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after } from '#tests/helpers/due_actions'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'
import { visitorWhoWrote } from '#tests/helpers/website_visitor'

test.group('A visitor while the team cannot answer', () => {
  test('hears who is there, is asked where they can be reached, and is promised no more than that', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create({ collectName: false, collectEmail: false })
    const website = await startWebsite(world.widget.publicKey)
    cleanup(() => website.close())
    const visitor = await VisitorPage.visit(browserContext, website.url)
    const { frame } = visitor
    await visitor.openChat()
    await visitor.connection('We’re away right now')
    const asked = frame.getByText('Where can we reach you?')
    assert.isFalse(await asked.isVisible())

    await visitor.write('Do you repair e-bikes?')
    await visitor.state('Sent')
    await asked.waitFor()
    assert.isFalse(await frame.getByText('We’ll reply by email').isVisible())

    const agent = await world.agent('Anna Agent')
    await world.chat.agents.presence.arrive(agent)
    await visitor.connection('We’re online', 2000)
    await asked.waitFor({ state: 'hidden' })
    await world.chat.agents.presence.choose(agent, 'offline')
    await visitor.connection('We’re away right now', 2000)
    await asked.waitFor()

    const email = frame.getByRole('textbox', { name: 'Email' })
    await email.fill('vera')
    await email.press('Enter')
    await frame.getByText('Please enter a valid email address.').waitFor()
    assert.equal(await email.getAttribute('aria-invalid'), 'true')
    await email.fill('vera@example.com')
    await frame.getByRole('textbox', { name: 'Name (optional)' }).fill('Vera')
    await frame.getByRole('button', { name: 'Send details' }).click()
    await frame.getByText('We’ll reply by email to vera@example.com.').waitFor()
    assert.isFalse(await email.isVisible())
    const stored = await Visitor.query().where('widget_id', world.widget.id).firstOrFail()
    assert.deepEqual([stored.name, stored.email], ['Vera', 'vera@example.com'])

    const conversation = (await world.chat.inbox.latestOf(stored))!
    await world.chat.conversations.assign(conversation, agent, agent)
    assert.equal(await frame.getByText('Anna Agent').count(), 0)
    await world.reply(conversation, agent, 'We do, every day.')
    await visitor.connection('Anna Agent · We’re online', 2000)
    await frame.getByText('We’ll reply by email').waitFor({ state: 'hidden' })
  })

  test('is asked as well when an agent is there and has missed the chat', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create({ collectName: false, collectEmail: false })
    const agent = await world.agent('Anna Agent')
    await world.chat.agents.presence.arrive(agent)
    const website = await startWebsite(world.widget.publicKey)
    cleanup(() => website.close())
    const visitor = await VisitorPage.visit(browserContext, website.url)
    const { frame } = visitor
    await visitor.openChat()
    await visitor.write('Is anyone there?')
    await visitor.state('Sent')
    const asked = frame.getByText('Where can we reach you?', { exact: true })
    assert.equal(await asked.count(), 0)

    await after(world, { minutes: 6 })
    await frame.getByText('We couldn’t answer yet.').waitFor()
    await asked.waitFor()
    const email = frame.getByRole('textbox', { name: 'Email' })
    await email.fill('vera@example.com')
    await email.press('Enter')
    await frame.getByText('We’ll reply by email to vera@example.com.').waitFor()
    const conversation = await world.onlyConversation()
    await world.reply(conversation, agent, 'Now I am.')
    await frame.getByText('We’ll reply by email').waitFor({ state: 'hidden' })
  })

  test('may skip the question, which then rests for this conversation', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { visitor, asked } = await unanswered(browserContext, cleanup)
    const { frame, page } = visitor
    await frame.getByRole('button', { name: 'Skip' }).click()
    await asked.waitFor({ state: 'hidden' })
    await frame.locator('textarea:focus').waitFor()
    await visitor.write('And children’s bikes?')
    await visitor.state('Sent')
    await page.reload()
    await visitor.shows(['Do you repair e-bikes?', 'And children’s bikes?'])
    await visitor.connection('We’re away right now')
    assert.isFalse(await asked.isVisible())
  })

  test('may leave a phone number alone, and axe finds nothing wrong with the form', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { world, visitor, asked } = await unanswered(browserContext, cleanup)
    const { frame, page } = visitor
    assert.deepEqual(await findings(page, { within: 'crm-chat' }), [])
    const phone = frame.getByRole('textbox', { name: 'Phone (optional)' })
    await phone.fill('call me')
    await phone.press('Enter')
    await frame.locator('[aria-invalid="true"]').waitFor()
    assert.deepEqual(await findings(page, { within: 'crm-chat' }), [])
    await phone.fill('+49 30 1234567')
    await frame.getByRole('button', { name: 'Send details' }).click()
    await asked.waitFor({ state: 'hidden' })
    assert.equal(await frame.getByText('We’ll reply by email').count(), 0)
    const stored = await Visitor.query().where('widget_id', world.widget.id).firstOrFail()
    assert.deepEqual([stored.name, stored.email, stored.phone], [null, null, '+49 30 1234567'])
  })
})

/** A visitor whose message has come in while the team is offline. */
async function unanswered(context: BrowserContext, cleanup: TestContext['cleanup']) {
  const world = await ChatWorld.create({ collectName: false, collectEmail: false })
  const { visitor } = await visitorWhoWrote('Do you repair e-bikes?', world, context, cleanup)
  const asked = visitor.frame.getByText('Where can we reach you?')
  await asked.waitFor()
  return { world, visitor, asked }
}
