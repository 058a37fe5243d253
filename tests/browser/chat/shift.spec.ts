/// <reference lib="dom" />
import { test } from '@japa/runner'
import { findingsLightAndDark } from '#tests/helpers/accessibility'
import { ChatWorld } from '#tests/helpers/chat_world'
import { AgentPage, type BrowserTools } from '#tests/helpers/agent_page'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'

const DUTIES = { maxConcurrentChats: 3, departmentIds: [], widgetIds: [] }

/** A CRM user who takes chats, says that they are not there, and has a browser of their own. */
async function colleague(world: ChatWorld, name: string, { browser, cleanup }: BrowserTools) {
  const user = await world.user('manager', name)
  const agent = await world.chat.agents.roster.add(world.tenantId, String(user.id), DUTIES)
  await world.chat.agents.presence.choose(agent, 'offline')
  return AgentPage.inNewBrowser({ browser, cleanup }, user.email)
}

test.group('The shift of an agent', () => {
  test('from coming online over an answer and a transfer to the rating on the dashboard', async ({
    assert,
    browser,
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { chat, tenantId, widget } = world
    const thanks = 'Hello {{visitor.name|there}}, {{agent.name}} here: we do, every day.'
    const response = { shortcut: 'repairs', title: 'We repair', content: thanks }
    await chat.cannedResponses.create(tenantId, response, null)
    const website = await startWebsite(widget.publicKey)
    cleanup(() => website.close())
    const anna = await colleague(world, 'Anna Agent', { browser, cleanup })
    const bob = await colleague(world, 'Bob Busy', { browser, cleanup })

    await anna.visit('/leads')
    await anna.chooseStatus('online')
    await anna.openInbox()
    await anna.connection('live')
    await bob.openInbox()
    await bob.connection('live')

    const visitor = await VisitorPage.visit(browserContext, website.url)
    await visitor.openChat()
    await visitor.write('Do you repair e-bikes?')
    await visitor.state('Sent')
    const mine = anna.rows.filter({ hasText: 'Do you repair' }).getByText('assigned to you')
    await mine.waitFor({ state: 'attached', timeout: 2000 })
    assert.equal(await visitor.frame.getByText('Anna Agent joined').count(), 0)

    await anna.openConversation('Do you repair')
    await visitor.frame.getByText('Anna Agent joined').waitFor({ timeout: 2000 })
    await anna.composer.pressSequentially('/rep')
    await anna.page.getByRole('option', { name: 'We repair' }).waitFor()
    await anna.composer.press('Enter')
    const answer = 'Hello there, Anna Agent here: we do, every day.'
    await anna.page.waitForFunction(
      (text) =>
        document.querySelector<HTMLTextAreaElement>('.chat-composer__field')!.value === text,
      answer
    )
    await anna.composer.press('Enter')
    await visitor.shows(['Do you repair e-bikes?', answer])

    await anna.note('Sounds impatient')
    await anna.shows(['Do you repair e-bikes?', answer, 'Sounds impatient'])
    const elsewhere = await bob.page.context().newPage()
    await elsewhere.goto(new URL('/people', bob.page.url()).href)
    await elsewhere.locator('.chat-status-switch[data-status]').waitFor()
    await anna.transferTo('Bob Busy', 'He knows e-bikes')
    for (const page of [bob.page, elsewhere]) {
      const toast = page.getByRole('link', { name: 'Anna Agent transferred Visitor' })
      await toast.getByText('He knows e-bikes').waitFor()
    }
    // A toast goes by itself, and only in Chromium is the look at it over before that
    const isQuick = browser.browserType().name() === 'chromium'
    if (isQuick) assert.deepEqual(await findingsLightAndDark(elsewhere), [])
    assert.equal(await anna.page.locator('.chat-agent-toast').count(), 0)
    await elsewhere.getByRole('link', { name: 'Anna Agent transferred Visitor' }).click()
    await elsewhere.getByRole('log').getByText('He knows e-bikes').waitFor()
    await elsewhere.close()
    const passedOn = bob.rows.filter({ hasText: answer.slice(0, 20) })
    await passedOn.getByText('assigned to you').waitFor({ state: 'attached' })
    await bob.openConversation(answer.slice(0, 20))
    const whole = ['Do you repair e-bikes?', answer, 'Sounds impatient', 'He knows e-bikes']
    await bob.shows(whole)
    await anna.rows.getByText('assigned to Bob Busy').waitFor({ state: 'attached' })

    await bob.page.getByRole('button', { name: 'Resolve', exact: true }).click()
    await visitor.frame.getByRole('radio', { name: '5 stars' }).check()
    await visitor.frame.getByRole('button', { name: 'Send rating' }).click()
    await visitor.frame.getByText('You rated us 5/5').waitFor()
    await visitor.shows(['Do you repair e-bikes?', answer])
    const seen = (await visitor.frame.locator('body').textContent())!
    for (const secret of ['impatient', 'knows e-bikes', 'transferred']) {
      assert.notInclude(seen, secret)
    }
    await bob.context.getByText('5 of 5').waitFor()
    await bob.thread.getByText('rated this chat 5/5').waitFor()

    await bob.visit('/chat/dashboard')
    const row = bob.page.getByRole('row', { name: /^Bob Busy/ })
    await row.getByText('1 rating').waitFor()
    const tile = bob.page.locator('.chat-tile', { hasText: 'Satisfaction' })
    await tile.getByText('5.0 of 5').waitFor()
    await bob.page.locator('.chat-tile', { hasText: 'Resolved today' }).getByText('1').waitFor()
  }).tags(['@firefox'])
})
