/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { Browser } from 'playwright'
import Message from '#chat/models/message'
import type Conversation from '#chat/models/conversation'
import { findings } from '#tests/helpers/accessibility'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'

/** Anna, with a visitor's conversation on the screen, and Bob, who has it as well. */
async function atOneConversation({
  browser,
  cleanup,
}: {
  browser: Browser
  cleanup: TestContext['cleanup']
}) {
  const world = await ChatWorld.create()
  const user = await world.user('manager', 'Anna Agent')
  const guest = await world.chatting({ name: 'Jane Doe' })
  const bob = await world.agent('Bob Busy')
  const context = await browser.newContext()
  cleanup(() => context.close())
  await context.clock.install()
  const anna = await AgentPage.logIn(context, user.email)
  await anna.openInbox()
  await anna.openConversation('Jane Doe')
  await anna.connection('live')
  return { world, guest, bob, anna, context }
}

async function repliesOf(conversation: Conversation) {
  const rows = await Message.query()
    .where({ conversation_id: conversation.id, type: 'text', sender_type: 'agent' })
    .orderBy('seq')
  return rows.map(({ content }) => content)
}

test.group('A reply that others were faster than', () => {
  test('a colleague’s answer 0.7 s before Enter holds it; one key sends it anyway, and the next is not held', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, guest, bob, anna } = await atOneConversation({ browser, cleanup })
    const { clock } = anna.page
    const noon = Date.now() + 60_000
    const held = anna.page.getByText('before your reply went out')
    const row = anna.rows.filter({ hasText: 'Jane Doe' })

    await clock.setFixedTime(noon)
    await anna.composer.pressSequentially('I will look into it')
    await world.reply(guest.conversation, bob, 'Bob has it')
    await anna.shows(['Hello', 'Bob has it'])
    await clock.setFixedTime(noon + 700)
    await anna.composer.press('Enter')
    await held.filter({ hasText: 'Bob Busy wrote' }).waitFor()
    assert.equal(await anna.composer.inputValue(), 'I will look into it')
    assert.deepEqual(
      await anna.thread.locator('[data-missed] [data-part="text"]').allInnerTexts(),
      ['Bob has it']
    )
    await row.filter({ hasText: 'Bob: Bob has it' }).waitFor()
    await row.locator('.chat-unread').waitFor({ state: 'detached' })
    await anna.page.getByRole('button', { name: 'Send anyway' }).waitFor()
    assert.deepEqual(await findings(anna.page), [])

    await anna.composer.press('Enter')
    await anna.shows(['Hello', 'Bob has it', 'I will look into it'])
    await held.waitFor({ state: 'hidden' })
    await anna.reply('Give me a minute')
    await anna.reply('Or two')
    await anna.shows(['Hello', 'Bob has it', 'I will look into it', 'Give me a minute', 'Or two'])
    assert.isFalse(await held.isVisible())

    // What has stood there for a moment has been seen
    await anna.composer.pressSequentially('Done')
    await world.start(guest, 'Thank you')
    await anna.thread.getByText('Thank you').waitFor()
    await clock.setFixedTime(noon + 2600)
    await anna.composer.press('Enter')
    await row.filter({ hasText: 'You: Done' }).waitFor()
    assert.isFalse(await held.isVisible())
    assert.deepEqual(await repliesOf(guest.conversation), [
      'Bob has it',
      'I will look into it',
      'Give me a minute',
      'Or two',
      'Done',
    ])
  })

  test('one that was held is the agent’s again wherever the conversation is opened next', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, guest, bob, anna, context } = await atOneConversation({ browser, cleanup })
    await world.chatting({ name: 'John Roe' })
    const unreachable = '**/messages'
    await context.route(unreachable, (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue()
    )
    await anna.reply('On my way')
    await anna.thread.locator('..').getByText('Not sent: No connection').waitFor()
    await world.reply(guest.conversation, bob, 'Bob was faster')
    await anna.openConversation('John Roe')
    const notice = anna.page.locator('.chat-agent-toast', { hasText: 'Reply not sent' })
    await notice.filter({ hasText: 'Jane Doe' }).waitFor()

    await context.unroute(unreachable)
    await notice.filter({ hasText: 'There are new messages' }).waitFor()
    assert.deepEqual(await repliesOf(guest.conversation), ['Bob was faster'])
    await notice.getByRole('link').click()
    await anna.page.getByText('Bob Busy wrote before your reply went out').waitFor()
    assert.equal(await anna.composer.inputValue(), 'On my way')
    await notice.waitFor({ state: 'detached' })
    await anna.composer.press('Enter')
    await anna.shows(['Hello', 'Bob was faster', 'On my way'])
  })

  test('in a thread that was opened in its middle it is held one time, and what was missed is shown', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const { world, guest, anna } = await atOneConversation({ browser, cleanup })
    for (let n = 2; n < 130; n += 1) await world.start(guest, `Message ${n}`)
    const { externalId: id } = guest.conversation
    await anna.visit(`/chat/${id}?filter=open&at=20`)
    await anna.connection('live')
    await anna.thread.getByText('Message 20', { exact: true }).waitFor()
    assert.equal(await anna.thread.getByText('Message 129', { exact: true }).count(), 0)

    const held = anna.page.getByText('before your reply went out')
    await anna.composer.pressSequentially('As for the twentieth')
    await world.start(guest, 'One more thing')
    await anna.rows.filter({ hasText: 'One more thing' }).waitFor()
    await anna.composer.press('Enter')
    await held.filter({ hasText: 'Jane Doe wrote' }).waitFor()
    assert.equal(await anna.composer.inputValue(), 'As for the twentieth')
    const missed = anna.thread.locator('[data-missed] [data-part="text"]')
    assert.deepEqual(await missed.allInnerTexts(), ['One more thing'])

    await anna.composer.press('Enter')
    await anna.thread.getByText('As for the twentieth').waitFor()
    await anna.rows.filter({ hasText: 'You: As for the twentieth' }).waitFor()
    assert.isFalse(await held.isVisible())
    assert.deepEqual(await repliesOf(guest.conversation), ['As for the twentieth'])
  })
})
