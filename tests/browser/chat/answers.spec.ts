/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { Browser, BrowserContextOptions } from 'playwright'
import { findings } from '#tests/helpers/accessibility'
import { ChatWorld } from '#tests/helpers/chat_world'
import { AgentPage } from '#tests/helpers/agent_page'
import { visitorWhoWrote } from '#tests/helpers/website_visitor'
import { ownServer } from '#tests/helpers/widget_client'

type Tools = { browser: Browser; cleanup: TestContext['cleanup'] }

async function atWork({ browser, cleanup }: Tools, options: BrowserContextOptions = {}) {
  const world = await ChatWorld.create()
  const user = await world.user('manager', 'Anna Agent')
  const context = await browser.newContext(options)
  cleanup(() => context.close())
  const agent = await AgentPage.logIn(context, user.email)
  return { world, agent }
}

function canned({ chat, tenantId }: ChatWorld) {
  const responses = [
    ['hello', 'Greeting', 'Hello {{visitor.name|there}}, {{agent.name}} here.'],
    ['hours', 'Opening hours', 'We are open from nine to five.'],
    ['refund', 'Money back', 'See {{conversation.number}}.'],
  ]
  return Promise.all(
    responses.map(([shortcut, title, content]) =>
      chat.cannedResponses.create(tenantId, { shortcut, title, content }, null)
    )
  )
}

const optionsOf = ({ page }: AgentPage) =>
  page.getByRole('listbox', { name: 'Canned responses' }).getByRole('option')

test.group('Answers', () => {
  test('a canned response is found, filled in and sent by keyboard alone', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, agent } = await atWork({ browser, cleanup })
    await canned(world)
    await world.chatting({ name: 'Jane Doe' })
    await agent.openInbox()
    await agent.openConversation('Jane Doe')
    const options = optionsOf(agent)
    const lists: string[] = []
    agent.page.on('request', (request) => {
      if (request.url().endsWith('/chat/canned-responses')) lists.push(request.url())
    })

    await agent.composer.pressSequentially('Well, /h')
    await options.nth(1).waitFor()
    assert.deepEqual(await findings(agent.page), [])
    await agent.composer.press('ArrowDown')
    const marked = await agent.composer.getAttribute('aria-activedescendant')
    assert.equal(await agent.page.locator(`#${marked}`).getAttribute('aria-selected'), 'true')
    await agent.composer.press('ArrowUp')
    await agent.composer.press('Enter')
    await agent.page.waitForFunction(() =>
      document.querySelector<HTMLTextAreaElement>('.chat-composer__field')!.value.includes('here.')
    )
    assert.equal(await agent.composer.inputValue(), 'Well, Hello Jane Doe, Anna Agent here.')
    await agent.composer.press('Enter')
    await agent.shows(['Hello', 'Well, Hello Jane Doe, Anna Agent here.'])

    await agent.page.getByRole('radio', { name: 'Note' }).check()
    await agent.composer.pressSequentially('/money')
    await options.first().waitFor()
    await agent.composer.press('Tab')
    await agent.page.waitForFunction(() =>
      document.querySelector<HTMLTextAreaElement>('.chat-composer__field')!.value.includes('C1001')
    )
    assert.equal(await agent.composer.inputValue(), 'See C1001.')
    assert.lengthOf(lists, 1)
  })

  test('Escape puts the list away, a slash inside a word opens none', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, agent } = await atWork({ browser, cleanup })
    await canned(world)
    await world.chatting({ name: 'Jane Doe' })
    await agent.openInbox()
    await agent.openConversation('Jane Doe')
    const options = optionsOf(agent)
    await agent.composer.pressSequentially('/h')
    await options.first().waitFor()
    await agent.composer.press('Escape')
    assert.equal(await options.count(), 0)
    await agent.composer.pressSequentially('o and/or 1/2')
    assert.equal(await agent.composer.inputValue(), '/ho and/or 1/2')
    assert.equal(await options.count(), 0)
    await agent.composer.press('Enter')
    await agent.shows(['Hello', '/ho and/or 1/2'])
  })

  test('a visitor is asked after the end, rates by keyboard, and the agent sees it', async ({
    assert,
    browser,
    browserContext,
    cleanup,
  }) => {
    const { world, agent } = await atWork({ browser, cleanup })
    const { visitor } = await visitorWhoWrote(
      'Do you repair e-bikes?',
      world,
      browserContext,
      cleanup
    )
    await agent.openInbox()
    await agent.rows.first().getByRole('link').click()
    await agent.thread.waitFor()
    await visitor.composer.fill('A draft')
    await agent.page.getByRole('button', { name: 'Resolve', exact: true }).click()

    const form = visitor.frame.locator('.rating')
    await form.waitFor()
    await visitor.page.keyboard.type(' goes on')
    assert.equal(await visitor.composer.inputValue(), 'A draft goes on')
    assert.deepEqual(await findings(visitor.page, { within: 'crm-chat' }), [])

    await visitor.frame.getByRole('radio', { name: '1 star' }).focus()
    await visitor.page.keyboard.press('ArrowRight')
    await visitor.frame.getByRole('radio', { name: '2 stars', checked: true }).waitFor()
    await visitor.page.keyboard.press('Tab')
    await visitor.page.keyboard.type('Too slow')
    await visitor.page.keyboard.press('Tab')
    await visitor.page.keyboard.press('Enter')
    await form.getByText('You rated us 2/5').waitFor()
    assert.deepEqual(await findings(visitor.page, { within: 'crm-chat' }), [])

    await agent.thread.getByText('rated this chat 2/5: “Too slow”').waitFor()
    await agent.context.getByText('2 of 5').waitFor()

    await form.getByRole('button', { name: 'Change' }).click()
    await visitor.frame.getByRole('radio', { name: '4 stars' }).check()
    await form.getByRole('button', { name: 'Send rating' }).click()
    await form.getByText('You rated us 4/5').waitFor()
    await agent.context.getByText('4 of 5').waitFor()
  })

  test('a visitor who skips the question is not asked again; no visitor is where the widget does not ask', async ({
    assert,
    browser,
    cleanup,
  }) => {
    for (const askRating of [true, false]) {
      const world = await ChatWorld.create({ askRating })
      const context = await browser.newContext()
      cleanup(() => context.close())
      const { visitor } = await visitorWhoWrote('Hi', world, context, cleanup)
      await world.chat.conversations.close(await world.onlyConversation(), await world.agent())
      await visitor.frame.getByText('This conversation has ended').waitFor()
      const form = visitor.frame.locator('.rating')
      if (askRating) await form.getByRole('button', { name: 'Skip rating' }).click()
      await form.waitFor({ state: 'hidden' })
      await visitor.page.reload()
      await visitor.frame.getByText('This conversation has ended').waitFor()
      assert.isFalse(await form.isVisible())
    }
  })

  test('while a teammate is replying, the composer says so', async ({ browser, cleanup }) => {
    const { world, agent } = await atWork({ browser, cleanup })
    const bob = await world.user('employee', 'Bob Busy')
    await world.chatting({ name: 'Jane Doe' })
    const context = await browser.newContext()
    cleanup(() => context.close())
    const other = await AgentPage.logIn(context, bob.email)
    for (const each of [agent, other]) {
      await each.openInbox()
      await each.connection('live')
      await each.openConversation('Jane Doe')
    }
    await agent.page.getByText('Bob Busy is also viewing this').waitFor()
    await other.composer.pressSequentially('I think')
    const warning = agent.page.locator('[data-part="collision"]')
    await warning.getByText('Bob Busy is replying right now').waitFor()
    await other.composer.fill('')
    await warning.waitFor({ state: 'hidden' })
  })

  test('axe finds nothing wrong with the manager, light or dark', async ({
    assert,
    browser,
    cleanup,
  }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { world, agent } = await atWork({ browser, cleanup }, { colorScheme })
      const [first] = await canned(world)
      const list = '/settings/canned-responses'
      for (const path of [list, `${list}/create`, `${list}/${first.externalId}/edit`]) {
        await agent.page.goto(`${ownServer()}${path}`)
        assert.deepEqual(await findings(agent.page), [], `${path}, ${colorScheme}`)
      }
      await agent.page.getByLabel('Text').fill('Hi {{nobody}}')
      await agent.page.getByRole('button', { name: 'Save changes' }).click()
      await agent.page.getByText('{{nobody}} is not a placeholder').waitFor()
      assert.deepEqual(await findings(agent.page), [], `refused, ${colorScheme}`)
    }
  })
})
