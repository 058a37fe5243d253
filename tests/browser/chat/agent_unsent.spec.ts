/// <reference lib="dom" />
import { test } from '@japa/runner'
import Message from '#chat/models/message'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'

test.group('What an agent has written and not sent', () => {
  test('the browser asks before the page is left, and every page of the CRM says so and sends it', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user('manager', 'Anna Agent')
    const { conversation } = await world.chatting({ name: 'Jane Doe' })
    const context = await browser.newContext()
    cleanup(() => context.close())
    const agent = await AgentPage.logIn(context, user.email)
    await agent.openInbox()
    await agent.openConversation('Jane Doe')
    await agent.connection('live')
    const asked: string[] = []
    agent.page.on('dialog', async (dialog) => {
      asked.push(dialog.type())
      await dialog.accept()
    })

    const unreachable = '**/messages'
    await context.route(unreachable, (route) => route.abort())
    await agent.reply('From the train')
    await agent.page.getByText('Not sent: No connection').waitFor()
    await agent.page.evaluate(() => location.assign('/leads'))
    await agent.page.waitForURL(/\/leads/)
    assert.deepEqual(asked, ['beforeunload'])

    const notice = agent.page.getByRole('status').getByText('Reply not sent')
    await notice.filter({ hasText: 'Jane Doe' }).waitFor()
    await context.unroute(unreachable)
    await notice.waitFor({ state: 'detached' })
    await agent.visit('/people')
    assert.deepEqual(asked, ['beforeunload'])
    const replies = await Message.query()
      .where({ conversation_id: conversation.id, type: 'text' })
      .orderBy('id')
    assert.deepEqual(
      replies.map(({ content }) => content),
      ['Hello', 'From the train']
    )
  })

  test('where the browser stores nothing it is sent nevertheless, or says to keep the page open', async ({
    browser,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user('manager', 'Anna Agent')
    await world.chatting({ name: 'Jane Doe' })
    const context = await browser.newContext()
    cleanup(() => context.close())
    await context.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('No room', 'QuotaExceededError')
      }
    })
    const agent = await AgentPage.logIn(context, user.email)
    await agent.openInbox()
    await agent.openConversation('Jane Doe')
    await agent.connection('live')
    await agent.reply('Stored nowhere')
    await agent.shows(['Hello', 'Stored nowhere'])

    const unreachable = '**/messages'
    await context.route(unreachable, (route) => route.abort())
    await agent.reply('Kept on the page')
    await agent.page.getByText('Don’t close this page').waitFor()
    await context.unroute(unreachable)
    await agent.shows(['Hello', 'Stored nowhere', 'Kept on the page'])
  })
})
