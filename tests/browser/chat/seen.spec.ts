import { test } from '@japa/runner'
import Conversation from '#chat/models/conversation'
import { ChatWorld } from '#tests/helpers/chat_world'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'

test.group('What the team has seen', () => {
  test('is told by what the team reads, never by what the visitor reads themselves', async ({
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const website = await startWebsite(world.widget.publicKey)
    cleanup(() => website.close())
    const visitor = await VisitorPage.visit(browserContext, website.url)
    await visitor.openChat()
    await visitor.write('Is anybody there?')
    await visitor.state('Sent')

    const stored = await Conversation.findByOrFail('widget_id', world.widget.id)
    const agent = await world.agent()
    const isRead = visitor.page.waitForResponse((response) => response.url().endsWith('/read'))
    await world.chat.conversations.assign(stored, agent, agent)
    await world.chat.conversations.look(await stored.refresh(), agent)
    await isRead
    await world.chat.typing.byAgent(stored, agent, true)
    await visitor.frame.getByText('Anna Agent is typing').waitFor()
    await visitor.state('Sent', 100)

    await world.chat.reads.byAgent(stored, (await stored.refresh()).lastSeq)
    await visitor.state('Seen')
  })
})
