/// <reference lib="dom" />
import { test } from '@japa/runner'
import { findings } from '#tests/helpers/accessibility'
import { annaAtWork } from '#tests/helpers/anna_at_work'
import { ChatWorld } from '#tests/helpers/chat_world'
import { visitorWhoWrote } from '#tests/helpers/website_visitor'

test.group('Ratings', () => {
  test('a visitor is asked after the end, rates by keyboard, and the agent sees it', async ({
    assert,
    browser,
    browserContext,
    cleanup,
  }) => {
    const { world, agent } = await annaAtWork({ browser, cleanup })
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
})
