import { test } from '@japa/runner'
import Visitor from '#chat/models/visitor'
import { ChatWorld } from '#tests/helpers/chat_world'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'

test.group('A visitor whom the team cannot answer now', () => {
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
    await visitor.connection('We are away right now')
    const asked = frame.getByText('Where can we reach you?')
    assert.isFalse(await asked.isVisible())

    await visitor.write('Do you repair e-bikes?')
    await visitor.state('Sent')
    await asked.waitFor()
    assert.isFalse(await frame.getByText('We will answer by e-mail').isVisible())

    const agent = await world.agent('Anna Agent')
    await world.chat.presence.arrive(agent)
    await visitor.connection('We are online', 2000)
    await asked.waitFor({ state: 'hidden' })
    await world.chat.presence.choose(agent, 'offline')
    await visitor.connection('We are away right now', 2000)
    await asked.waitFor()

    const email = frame.getByRole('textbox', { name: 'E-mail' })
    await email.fill('vera')
    await email.press('Enter')
    await frame.getByText('This does not look like an e-mail address.').waitFor()
    assert.equal(await email.getAttribute('aria-invalid'), 'true')
    await email.fill('vera@example.com')
    await frame.getByRole('textbox', { name: 'Name (optional)' }).fill('Vera')
    await frame.getByRole('button', { name: 'Send details' }).click()
    await frame.getByText('We will answer by e-mail to vera@example.com.').waitFor()
    assert.isFalse(await email.isVisible())
    const stored = await Visitor.query().where('widget_id', world.widget.id).firstOrFail()
    assert.deepEqual([stored.name, stored.email], ['Vera', 'vera@example.com'])

    const conversation = (await world.chat.inbox.latestOf(stored))!
    await world.chat.conversations.assign(conversation, agent, agent)
    assert.equal(await frame.getByText('Anna Agent').count(), 0)
    await world.reply(conversation, agent, 'We do, every day.')
    await visitor.connection('Anna Agent · We are online', 2000)
    await frame.getByText('We will answer by e-mail').waitFor({ state: 'hidden' })
  })
})
