/// <reference lib="dom" />
import { test } from '@japa/runner'
import { findings, findingsLightAndDark } from '#tests/helpers/accessibility'
import { AgentPage } from '#tests/helpers/agent_page'
import { annaAtWork } from '#tests/helpers/anna_at_work'
import type { ChatWorld } from '#tests/helpers/chat_world'
import { ownServer } from '#tests/helpers/widget_client'

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

test.group('The composer', () => {
  test('a canned response is found, filled in and sent by keyboard alone', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, agent } = await annaAtWork({ browser, cleanup })
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
    const { world, agent } = await annaAtWork({ browser, cleanup })
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

  test('while a teammate is replying, the composer says so', async ({ browser, cleanup }) => {
    const { world, agent } = await annaAtWork({ browser, cleanup })
    const bob = await world.user('employee', 'Bob Busy')
    await world.chatting({ name: 'Jane Doe' })
    const other = await AgentPage.inNewBrowser({ browser, cleanup }, bob.email)
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
    const { world, agent } = await annaAtWork({ browser, cleanup })
    const [first] = await canned(world)
    const list = '/settings/canned-responses'
    for (const path of [list, `${list}/create`, `${list}/${first.externalId}/edit`]) {
      await agent.page.goto(`${ownServer()}${path}`)
      assert.deepEqual(await findingsLightAndDark(agent.page), [], path)
    }
    await agent.page.getByLabel('Text').fill('Hi {{nobody}}')
    await agent.page.getByRole('button', { name: 'Save changes' }).click()
    await agent.page.getByText('{{nobody}} is not a placeholder').waitFor()
    assert.deepEqual(await findingsLightAndDark(agent.page), [], 'refused')
  })
})
