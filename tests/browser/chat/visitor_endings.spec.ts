/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { BrowserContext } from 'playwright'
import { ChatWorld } from '#tests/helpers/chat_world'
import { visitorOf, visitorWhoWrote } from '#tests/helpers/website_visitor'

/** A visitor who has written, and an agent. */
async function talking(context: BrowserContext, cleanup: TestContext['cleanup']) {
  const world = await ChatWorld.create()
  const { website, visitor } = await visitorWhoWrote('Hello', world, context, cleanup)
  const agent = await world.agent()
  return { world, website, visitor, agent, conversation: await world.onlyConversation() }
}

test.group('A conversation that ends for its visitor', () => {
  test('a second time is asked about afresh', async ({ assert, browserContext, cleanup }) => {
    const { world, visitor, agent, conversation } = await talking(browserContext, cleanup)
    const { frame } = visitor
    await world.chat.conversations.resolve(conversation, agent)
    await frame.getByRole('radio', { name: '2 stars' }).check()
    await frame.getByLabel('What could we do better?').fill('Too slow')
    await frame.getByRole('button', { name: 'Send rating' }).click()
    await frame.getByText('You rated us 2/5').waitFor()

    await visitor.write('One more thing')
    await visitor.state('Sent')
    await frame.locator('.rating').waitFor({ state: 'hidden' })
    await world.chat.conversations.resolve(conversation, agent)
    await frame.getByText('How did we do?').waitFor()
    assert.equal(await frame.getByRole('radio', { checked: true }).count(), 0)
    assert.isFalse(await frame.getByText('Thank you').isVisible())
    await frame.getByRole('radio', { name: '5 stars' }).check()
    assert.equal(await frame.getByLabel('What could we do better?').inputValue(), '')
    await frame.getByRole('button', { name: 'Send rating' }).click()
    await frame.getByText('You rated us 5/5').waitFor()
    await frame.getByRole('button', { name: 'Change' }).waitFor()
  })

  test('has ended, though an answer from before that comes after it', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { visitor } = await visitorOf(world, browserContext, cleanup)
    const held = Promise.withResolvers<void>()
    await browserContext.route('**/conversations', async (route) => {
      const response = await route.fetch()
      await held.promise
      await route.fulfill({ response })
    })
    await visitor.write('Hello')
    await visitor.state('Sent')
    const ended = visitor.frame.getByText('This conversation has ended')
    await world.chat.conversations.close(await world.onlyConversation(), await world.agent())
    await ended.waitFor()

    // What was overtaken is asked for once more
    const asked = visitor.page.waitForResponse(/\/(session|messages\?.*)$/)
    held.resolve()
    await (await asked).finished()
    await visitor.page.evaluate(() => new Promise(requestAnimationFrame))
    assert.isTrue(await ended.isVisible())
  })

  test('by deletion disappears without a reload, says so, and lets a new one begin', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { world, visitor, agent, conversation } = await talking(browserContext, cleanup)
    await world.reply(conversation, agent, 'Hi there')
    await visitor.shows(['Hello', 'Hi there'])
    await visitor.composer.fill('A draft')
    await world.chat.conversations.removal.remove(conversation, agent)

    const notice = visitor.frame.getByText('This conversation was deleted')
    await notice.waitFor({ timeout: 2000 })
    await visitor.shows([])
    assert.equal(await visitor.composer.inputValue(), 'A draft')
    await visitor.write('Then I ask again')
    await visitor.state('Sent')
    await visitor.shows(['Then I ask again'])
    await notice.waitFor({ state: 'hidden' })
    const begun = await world.onlyConversation()
    assert.notEqual(begun.id, conversation.id)
    await world.reply(begun, agent, 'Welcome back')
    await visitor.shows(['Then I ask again', 'Welcome back'])
  })

  test('deleted behind one’s back, it takes no unsent message along', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { world, visitor, agent, conversation } = await talking(browserContext, cleanup)
    await browserContext.setOffline(true)
    await visitor.connection('No connection. Trying again…')
    await visitor.write('Written without network')
    await visitor.state('Sending when you’re back online')
    await world.chat.conversations.removal.remove(conversation, agent)
    await browserContext.setOffline(false)
    await visitor.state('Sent')
    await visitor.shows(['Written without network'])
    const begun = await world.onlyConversation()
    assert.notEqual(begun.id, conversation.id)
    assert.equal(begun.lastMessage, 'Written without network')
  })
})
