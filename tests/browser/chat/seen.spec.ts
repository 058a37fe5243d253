import { test } from '@japa/runner'
import Conversation from '#chat/models/conversation'
import { ChatWorld } from '#tests/helpers/chat_world'
import { visitorWhoWrote } from '#tests/helpers/website_visitor'

test.group('What the team has seen', () => {
  test('is set by what the team reads, never by what the visitor reads', async ({
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { visitor } = await visitorWhoWrote('Is anybody there?', world, browserContext, cleanup)

    const stored = await Conversation.findByOrFail('widget_id', world.widget.id)
    const agent = await world.agent()
    const isRead = visitor.page.waitForResponse((response) => response.url().endsWith('/read'))
    await world.chat.conversations.assign(stored, agent, agent)
    await world.chat.conversations.look(await stored.refresh(), agent)
    await isRead
    await world.chat.messages.typing.byAgent(stored, agent, true)
    await visitor.frame.getByText('Anna Agent is typing').waitFor()
    await visitor.state('Sent')

    await world.chat.messages.reads.byAgent(stored, (await stored.refresh()).lastSeq)
    await visitor.state('Seen')
  })
})
