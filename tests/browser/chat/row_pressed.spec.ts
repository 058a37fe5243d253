import { test } from '@japa/runner'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'

test.group('A row that is drawn anew while it is pressed', () => {
  for (const [where, names] of [
    ['where it stands', ['Below', 'Jane']],
    ['and moves up', ['Jane', 'Above']],
  ] as const) {
    test(`${where}: the click opens it, its tick and the focus stay`, async ({
      assert,
      browser,
      cleanup,
    }) => {
      const world = await ChatWorld.create()
      const user = await world.user('manager', 'Anna Agent')
      const guests = new Map<string, Awaited<ReturnType<ChatWorld['chatting']>>>()
      for (const name of names) guests.set(name, await world.chatting({ name }))
      const jane = guests.get('Jane')!
      const agent = await AgentPage.inNewBrowser({ browser, cleanup }, user.email)
      await agent.openInbox()
      await agent.connection('live')
      const row = agent.rows.filter({ hasText: 'Jane' })
      const tick = row.getByRole('checkbox')
      await tick.check()
      await tick.focus()

      const box = (await row.locator('.chat-row__preview').boundingBox())!
      await agent.page.mouse.move(box.x + 5, box.y + box.height / 2)
      await agent.page.mouse.down()
      await world.start(jane, 'Are you there?')
      await row.getByText('Are you there?').waitFor()
      await agent.page.mouse.up()
      await agent.page.waitForURL(new RegExp(`/chat/${jane.conversation.externalId}`))
      await agent.rows.first().getByText('Jane').waitFor()
      assert.isTrue(await tick.isChecked())

      await tick.focus()
      await world.start(jane, 'Hello?')
      await row.getByText('Hello?').waitFor()
      assert.isTrue(await tick.evaluate((element) => element === document.activeElement))
    })
  }

  test('a row that leaves the list and comes back is still selected', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user('manager', 'Anna Agent')
    const anna = await world.agent('Anna Agent', user)
    const { conversation } = await world.chatting({ name: 'Jane' })
    await world.chatting({ name: 'Ravi' })
    const agent = await AgentPage.inNewBrowser({ browser, cleanup }, user.email)
    await agent.openInbox()
    await agent.connection('live')
    const count = agent.page.locator('.chat-bulk__count')
    const [jane, ravi] = ['Jane', 'Ravi'].map((name) => agent.rows.filter({ hasText: name }))
    for (const row of [jane, ravi]) await row.getByRole('checkbox').check()
    await count.filter({ hasText: '2 selected' }).waitFor()

    const { conversations } = world.chat
    await conversations.resolve(conversation, anna)
    await jane.waitFor({ state: 'detached' })
    await count.filter({ hasText: '1 selected' }).waitFor()
    await conversations.reopen(await world.stored(conversation), anna)
    await jane.waitFor()
    assert.isTrue(await jane.getByRole('checkbox').isChecked())
    await count.filter({ hasText: '2 selected' }).waitFor()

    // What is deselected stays so
    await agent.page.keyboard.press('Escape')
    await count.waitFor({ state: 'hidden' })
    await agent.page.getByRole('link', { name: /^Mine/ }).click()
    await jane.waitFor({ state: 'detached' })
    await agent.page.goBack()
    await jane.waitFor()
    assert.isFalse(await jane.getByRole('checkbox').isChecked())
  })
})
