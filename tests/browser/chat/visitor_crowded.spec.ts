import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { visitorOf } from '#tests/helpers/website_visitor'

/** Whichever of the two a browser on this machine comes from. */
const THIS_MACHINE = ['127.0.0.1', '::1']

/** A colleague behind each address of this machine has a chat under way, and no more may be. */
async function crowded(cleanup: (undo: () => void) => void) {
  const world = await ChatWorld.create()
  const { config } = world.chat
  const { openConversationsPerAddress } = config
  cleanup(() => void Object.assign(config, { openConversationsPerAddress }))
  config.openConversationsPerAddress = 1
  const colleagues = []
  for (const ipAddress of THIS_MACHINE) {
    const { visitor } = await world.guest()
    const draft = { content: 'Hello', clientMessageId: randomUUID() }
    const { visitor: visitorMessages } = world.chat.messages
    const post = await visitorMessages.start(world.widget, visitor, draft, { ipAddress })
    colleagues.push(post.conversation)
  }
  return { world, colleagues }
}

test.group('A visitor whose network has too many chats under way', () => {
  test('reads that their message waits, keeps it over a reload, and gets it through afterwards', async ({
    browserContext,
    cleanup,
  }) => {
    const { world, colleagues } = await crowded(cleanup)
    const { visitor } = await visitorOf(world, browserContext, cleanup)
    await visitor.write('My order is late')
    await visitor.frame
      .getByText(/^Many chats are waiting for us\. We’ll send your message in/)
      .waitFor()
    await visitor.state('Waiting to be sent')

    const agent = await world.agent()
    for (const conversation of colleagues) await world.reply(conversation, agent, 'An answer')
    await visitor.page.reload()
    await visitor.state('Sent')
    await visitor.shows(['My order is late'])
  })
})
