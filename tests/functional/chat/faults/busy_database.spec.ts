import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import { lockRow } from '#chat/support/row_lock'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ServerProcess } from '#tests/helpers/server_process'

test.group('When the database is busy', (group) => {
  let server: ServerProcess
  group.setup(async () => {
    server = await ServerProcess.start({ LOG_LEVEL: 'fatal' })
  })
  group.teardown(async () => {
    await server.stop()
  })

  test('a message waits for its turn, and is stored when that comes', async ({
    assert,
    cleanup,
  }) => {
    const { browser, conversation } = await (await ChatWorld.create()).chatting()
    const elsewhere = await lockedElsewhere(conversation, cleanup)

    const sent = browser.with({ server: server.url }).say(conversation.externalId, 'Patience')
    const early = sent.then(({ status, text }) => `${status} ${text}`)
    const nothing = new Promise((later) => setTimeout(later, 500, 'nothing yet'))
    assert.equal(await Promise.race([early, nothing]), 'nothing yet')
    await elsewhere.commit()
    assert.equal((await sent).status, 201)
  })

  test('a request that has waited too long gets a retry hint, and its retry is stored once', async ({
    assert,
    cleanup,
  }) => {
    const { browser, conversation } = await (await ChatWorld.create()).chatting()
    const there = browser.with({ server: server.url })
    const id = randomUUID()
    const elsewhere = await lockedElsewhere(conversation, cleanup)

    const refused = await there.say(conversation.externalId, 'Again', id)
    await elsewhere.rollback()
    assert.equal(refused.status, 503)
    assert.isAbove(Number(refused.headers.get('retry-after')), 0)
    assert.deepEqual(Object.keys(refused.json), ['errors'])

    assert.equal((await there.say(conversation.externalId, 'Again', id)).status, 201)
    assert.equal((await there.say(conversation.externalId, 'Again', id)).status, 200)
    assert.lengthOf(await Message.query().where('client_message_id', id), 1)
  })
})

/** A transaction that holds the conversation until it ends, at the latest with the test. */
async function lockedElsewhere(conversation: Conversation, cleanup: (end: () => void) => void) {
  const elsewhere = await db.transaction()
  cleanup(() => {
    if (!elsewhere.isCompleted) return elsewhere.rollback()
  })
  await lockRow(Conversation, conversation.id, elsewhere)
  return elsewhere
}
