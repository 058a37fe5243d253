import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { AgentPage } from '#tests/helpers/agent_page'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'

/** Sooner than the next heartbeat on a live stream, on a busy machine as well; within the slowest poll of a visible tab otherwise. */
const WAYS = [
  { way: 'over live streams', blocked: false, state: 'live', within: 5000 },
  { way: 'by polling, all streams blocked', blocked: true, state: 'polling', within: 6000 },
] as const

test.group('The main job, end to end', () => {
  test('a visitor and an agent talk {way}, and the visitor becomes a person and a lead')
    .with([...WAYS])
    .tags(['@firefox'])
    .run(async ({ assert, browser, cleanup }, { blocked, state, within }) => {
      const world = await ChatWorld.create({ contactRequired: true, collectName: true })
      const website = await startWebsite(world.widget.publicKey)
      const user = await world.user('manager', 'Anna Agent')
      const [visitors, agents] = [await browser.newContext(), await browser.newContext()]
      cleanup(async () => {
        await Promise.all([visitors.close(), agents.close()])
        await website.close()
      })
      if (blocked) {
        await visitors.route('**/events', (route) => route.abort())
        await agents.route('**/chat/events', (route) => route.abort())
      }

      const agent = await AgentPage.logInByForm(agents, user.email)
      await agent.openInbox()
      await agent.connection(state)

      const visitor = await VisitorPage.visit(visitors, website.url)
      await visitor.openChat()
      await visitor.write('Do you repair e-bikes?')
      await visitor.frame.getByLabel('Name').fill('Jane Doe')
      await visitor.frame.getByLabel('Email').fill('jane@home.example')
      await visitor.frame.getByRole('button', { name: 'Continue' }).click()
      await visitor.state('Sent')

      await agent.rows.filter({ hasText: 'Jane Doe' }).waitFor({ timeout: within })
      await agent.openConversation('Jane Doe')
      await agent.shows(['Do you repair e-bikes?'])
      await visitor.state('Seen', within)

      await agent.note('Ask for the frame number')
      await agent.shows(['Do you repair e-bikes?', 'Ask for the frame number'], within)
      await agent.replyMode()
      await agent.reply('We do, every day')
      await visitor.shows(['Do you repair e-bikes?', 'We do, every day'], within)
      await agent.thread.getByText('Seen').last().waitFor({ timeout: within })

      if (!blocked) {
        await visitor.composer.pressSequentially('And')
        await agent.page.getByText('Jane Doe is typing').waitFor({ timeout: within })
        await agent.composer.pressSequentially('It')
        await visitor.frame.getByText('Anna Agent is typing…').waitFor({ timeout: within })
        await agent.composer.fill('')
      }
      await visitor.write('And what does it cost?')
      await agent.shows(
        [
          'Do you repair e-bikes?',
          'Ask for the frame number',
          'We do, every day',
          'And what does it cost?',
        ],
        within
      )

      await agent.context.getByRole('button', { name: 'Save as contact' }).click()
      const person = agent.context.getByRole('link', { name: 'Jane Doe' })
      await person.waitFor()
      await agent.context.getByText('Convert to lead').click()
      await agent.context.getByRole('button', { name: 'Create lead' }).click()
      const lead = agent.context.getByRole('link', { name: /^LD-\d+$/ })
      await lead.waitFor()

      await agent.page.goto(new URL((await person.getAttribute('href'))!, agent.page.url()).href)
      await agent.page.getByText('jane@home.example').first().waitFor()
      await agent.page.getByRole('link', { name: /C1001/ }).first().waitFor()
      await agent.page.goBack()
      await lead.click()
      await agent.page.getByText('Do you repair e-bikes?').first().waitFor()
      assert.include(await agent.page.textContent('main'), 'Chat')
      assert.notInclude((await agent.page.textContent('main'))!, 'Ask for the frame number')
    })

  test('an ended conversation is said to have ended, and writing starts it again', async ({
    browser,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const website = await startWebsite(world.widget.publicKey)
    const user = await world.user('manager', 'Anna Agent')
    const [visitors, agents] = [await browser.newContext(), await browser.newContext()]
    cleanup(async () => {
      await Promise.all([visitors.close(), agents.close()])
      await website.close()
    })

    const visitor = await VisitorPage.visit(visitors, website.url)
    await visitor.openChat()
    await visitor.write('Hello')
    await visitor.state('Sent')
    const agent = await AgentPage.logIn(agents, user.email)
    await agent.openInbox()
    await agent.openConversation('Visitor')
    await agent.page.getByRole('button', { name: 'Resolve', exact: true }).click()

    await visitor.frame
      .getByText('This conversation has ended. Send a message to start a new one.')
      .waitFor()
    await agent.page.getByRole('button', { name: 'Reopen to reply' }).waitFor()
    await visitor.write('One more thing')
    await agent.shows(['Hello', 'One more thing'])
    await agent.composer.waitFor()
  })
})
