import { test } from '@japa/runner'
import KeptMail from '#chat/models/kept_mail'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after } from '#tests/helpers/due_actions'
import { ownServer } from '#tests/helpers/widget_client'

const linkIn = ({ text }: KeptMail) => /http\S+\/c\/[0-9a-f]{32}/.exec(text)![0]

test.group('A visitor who has left', () => {
  test('gets the reply by email, comes back by its link on another device, and answers', async ({
    browser,
    cleanup,
  }) => {
    const world = await ChatWorld.create({ name: 'Velo Atelier' })
    const { conversation } = await world.chatting({ name: 'Vera', email: 'vera@example.com' })
    const user = await world.user('manager', 'Anna Agent')
    const [desk, phone] = [
      await browser.newContext(),
      await browser.newContext({ viewport: { width: 390, height: 800 } }),
    ]
    cleanup(() => desk.close())
    cleanup(() => phone.close())
    const agent = await AgentPage.logIn(desk, user.email)
    await agent.page.goto(`${ownServer()}/chat/${conversation.externalId}`)
    await agent.connection('live')
    await agent.reply('Your order is on its way')
    await agent.page.locator('.chat-message--pending').waitFor({ state: 'detached' })
    await after(world, { minutes: 6 })
    const mail = await KeptMail.findByOrFail('tenant_id', world.tenantId)
    await agent.page.getByText('Unread replies sent to vera@example.com').first().waitFor()

    const page = await phone.newPage()
    await page.goto(linkIn(mail))
    const chat = page.frameLocator('iframe')
    await chat.getByText('Your order is on its way').waitFor()
    await chat.getByRole('textbox').fill('Thank you, I am on the train')
    await chat.getByRole('textbox').press('Enter')
    await agent.page.getByText('Thank you, I am on the train').first().waitFor()
    await agent.reply('Have a good trip')
    await chat.getByText('Have a good trip').waitFor()

    await chat.locator('header button').last().click()
    await page.getByText('You can close this page now').waitFor()
    await page.getByRole('button', { name: 'Back to the conversation' }).click()
    await chat.getByText('Have a good trip').waitFor()
  })

  test('finds a link that is too old on a page that says so', async ({ browser, cleanup }) => {
    const world = await ChatWorld.create()
    const context = await browser.newContext()
    cleanup(() => context.close())
    const page = await context.newPage()
    await page.goto(`${ownServer()}/p/chat/${world.widget.publicKey}/c/${'0'.repeat(32)}`)
    await page.getByText('This link has expired').waitFor()
  })

  test('is shown to admins of a try-out without a mail server, as it looks', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const world = await ChatWorld.create({ name: 'Velo Atelier' })
    const { conversation } = await world.chatting({ name: 'Vera', email: 'vera@example.com' })
    await world.reply(conversation, await world.agent('Anna Agent'), 'Your order is on its way')
    const user = await world.user('admin', 'Ada Admin')
    const { page } = await AgentPage.inNewBrowser({ browser, cleanup }, user.email)
    await page.goto(`${ownServer()}/chat/mail-preview`)
    await page.getByText('No emails yet').waitFor()
    await after(world, { minutes: 6 })
    await page.reload()
    await page.getByRole('link', { name: 'Anna Agent from Velo Atelier replied' }).click()
    // Nothing runs in the frame, not even what would look at it from here
    const shown = await page.locator('iframe').getAttribute('srcdoc')
    assert.include(shown!, 'Your order is on its way')
    await page.getByText('Headers').click()
    await page.getByText('List-Unsubscribe=One-Click').waitFor()
  })
})
