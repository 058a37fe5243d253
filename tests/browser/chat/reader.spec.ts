import { test } from '@japa/runner'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { withOnly } from '#tests/helpers/with_only'

test.group('A user who may only read', () => {
  test('follows live what happens, and nothing on the page asks for more', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user('employee', 'Rita Reader')
    const guest = await world.chatting({ name: 'Jane Doe' })
    const context = await browser.newContext()
    cleanup(() => context.close())
    const refused: string[] = []
    context.on('response', (response) => {
      if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`)
    })
    await withOnly(world, user, ['view chat'], async () => {
      const reader = await AgentPage.logIn(context, user.email)
      await reader.openInbox()
      await reader.connection('live')
      await reader.openConversation('Jane Doe')
      // Letters are commands in the list alone; opening moves the keyboard to the conversation's name
      await reader.page.locator('.chat-main [data-focus]:focus').waitFor()
      await reader.rows.getByRole('link').focus()
      for (const key of ['r', 'n', 'a', 'e', 'p', 'x', 'j', 'k', '?']) {
        await reader.page.keyboard.press(key)
      }
      await reader.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()

      const agent = await world.agent('Anna Agent')
      await world.reply(guest.conversation, agent, 'Good morning')
      await world.start(guest, 'And good evening')
      await reader.shows(['Hello', 'Good morning', 'And good evening'], 3000)
      await reader.rows.filter({ hasText: 'And good evening' }).waitFor()
      await world.chat.conversations.resolve(guest.conversation, agent)
      await reader.thread.getByText('Anna Agent resolved this conversation').waitFor()

      const pane = reader.page.locator('.chat-main')
      assert.equal(await pane.getByRole('button').count(), 0)
      assert.equal(await pane.getByRole('textbox').count(), 0)
      assert.equal(await reader.context.getByRole('button').count(), 0)
      assert.equal(await reader.page.getByRole('checkbox').count(), 0)
      assert.equal(await reader.page.locator('.chat-status-switch').count(), 0)
    })
    assert.deepEqual(refused, [])
    const stored = await world.stored(guest.conversation)
    assert.equal(stored.agentReadSeq < stored.lastSeq, true)
  })
})
