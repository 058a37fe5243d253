import { test } from '@japa/runner'
import type { Locator } from 'playwright'
import Conversation from '#chat/models/conversation'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { LINK_VECTORS } from '#tests/helpers/link_vectors'
import { visitorWhoWrote } from '#tests/helpers/website_visitor'

const TEXT = LINK_VECTORS.map(({ text }) => text).join('\n')
const LINKS = LINK_VECTORS.flatMap(({ links }) => links)

/** The links of the message that holds all vectors, as they are shown, once it is there. */
async function linksIn(messages: Locator, nth: number) {
  await messages.nth(nth).locator('a').first().waitFor()
  return messages.nth(nth).locator('a').allTextContents()
}

test.group('Links in messages', () => {
  test('are the same for the visitor, and for the agent whether the server or the browser draws them', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { visitor } = await visitorWhoWrote(TEXT, world, browserContext, cleanup)
    assert.deepEqual(await linksIn(visitor.frame.locator('.bubble.own .text'), 0), LINKS)

    const user = await world.user()
    const agent = await AgentPage.logIn(browserContext, user.email)
    const stored = await Conversation.findByOrFail('widget_id', world.widget.id)
    await agent.visit(`/chat/${stored.externalId}`)
    const messages = agent.thread.locator('.chat-message__text')
    assert.deepEqual(await linksIn(messages, 0), LINKS)

    await agent.reply(TEXT)
    await visitor.frame.locator('.bubble.theirs .text a').first().waitFor()
    assert.deepEqual(await linksIn(messages, 1), LINKS)
    assert.deepEqual(await linksIn(visitor.frame.locator('.bubble.theirs .text'), 0), LINKS)
  })
})
