import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { BrowserContext } from 'playwright'
import type Conversation from '#chat/models/conversation'
import { ChatWorld } from '#tests/helpers/chat_world'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'

/** A visitor who has written, and an agent. */
async function talking(context: BrowserContext, cleanup: TestContext['cleanup']) {
  const world = await ChatWorld.create()
  const website = await startWebsite(world.widget.publicKey)
  cleanup(() => website.close())
  const visitor = await VisitorPage.visit(context, website.url)
  await visitor.openChat()
  await visitor.write('Hello')
  await visitor.state('Sent')
  const agent = await world.agent()
  return { world, website, visitor, agent, conversation: await openOne(world) }
}

async function openOne(world: ChatWorld): Promise<Conversation> {
  const request = { filter: 'open' as const, agentId: null, limit: 1 }
  const { conversations } = await world.chat.inbox.list(world.tenantId, request)
  return conversations[0]
}

test.group('A conversation that ends for its visitor', () => {
  test('a second time is asked about afresh', async ({ assert, browserContext, cleanup }) => {
    const { world, visitor, agent, conversation } = await talking(browserContext, cleanup)
    const { frame } = visitor
    await world.chat.conversations.resolve(conversation, agent)
    await frame.getByRole('radio', { name: '2 stars' }).check()
    await frame.getByLabel('What could be better?').fill('Too slow')
    await frame.getByRole('button', { name: 'Send rating' }).click()
    await frame.getByText('Thank you for your rating: 2 of 5').waitFor()

    await visitor.write('One more thing')
    await frame.locator('.rating').waitFor({ state: 'hidden' })
    await world.chat.conversations.resolve(conversation, agent)
    await frame.getByText('How did we do?').waitFor()
    assert.equal(await frame.getByRole('radio', { checked: true }).count(), 0)
    assert.isFalse(await frame.getByText('Thank you').isVisible())
    await frame.getByRole('radio', { name: '5 stars' }).check()
    assert.equal(await frame.getByLabel('What could be better?').inputValue(), '')
    await frame.getByRole('button', { name: 'Send rating' }).click()
    await frame.getByText('Thank you for your rating: 5 of 5').waitFor()
    await frame.getByRole('button', { name: 'Change' }).waitFor()
  })

  test('by being deleted is gone at once, says so, and lets a new one begin', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { world, visitor, agent, conversation } = await talking(browserContext, cleanup)
    await world.reply(conversation, agent, 'Hi there')
    await visitor.shows(['Hello', 'Hi there'])
    await visitor.composer.fill('A draft')
    await world.chat.removal.remove(conversation, agent)

    const notice = visitor.frame.getByText('Your conversation has been deleted')
    await notice.waitFor({ timeout: 2000 })
    await visitor.shows([])
    assert.equal(await visitor.composer.inputValue(), 'A draft')
    await visitor.write('Then I ask again')
    await visitor.state('Sent')
    await visitor.shows(['Then I ask again'])
    await notice.waitFor({ state: 'hidden' })
    const begun = await openOne(world)
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
    await visitor.state('Waiting for the connection')
    await world.chat.removal.remove(conversation, agent)
    await browserContext.setOffline(false)
    await visitor.state('Sent')
    await visitor.shows(['Written without network'])
    const begun = await openOne(world)
    assert.notEqual(begun.id, conversation.id)
    assert.equal(begun.lastMessage, 'Written without network')
  })
})
