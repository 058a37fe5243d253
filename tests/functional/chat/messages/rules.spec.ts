import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type Conversation from '#chat/models/conversation'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import { MAX_MESSAGE_LENGTH } from '#chat/services/conversations/message_rules'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld, type Guest } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'

const EMPTY = [
  '',
  ' ',
  '\n\t',
  '\0',
  '\u0007\u009f',
  '\u200b\ufe0f\u202e',
  '\u3164 \u2800',
  null,
  7,
  {},
  [],
] as string[]
const TOO_LONG = 'x'.repeat(MAX_MESSAGE_LENGTH + 1)

interface Scene {
  world: ChatWorld
  guest: Guest & { conversation: Conversation }
}

type Sender = (scene: Scene, content: string) => Promise<unknown>

/** Every way in which the service takes a message. */
const SENDERS: Record<string, Sender> = {
  'a first message': async ({ world }, content) => world.start(await world.guest(), content),
  'a visitor’s next message': ({ world, guest }, content) => {
    const draft = { content, clientMessageId: randomUUID() }
    return world.chat.messages.visitor.post(guest.visitor, guest.conversation.externalId, draft)
  },
  'a reply': async ({ world, guest }, content) =>
    world.reply(guest.conversation, await world.agent(), content),
  'a note': async ({ world, guest }, content) =>
    world.reply(guest.conversation, await world.agent(), content, true),
  'a line of the system': ({ guest }, content) =>
    db.transaction((trx) => addSystemLine(guest.conversation, 'subject', content, trx)),
}

async function scene(): Promise<Scene> {
  const world = await ChatWorld.create()
  return { world, guest: await world.chatting() }
}

/** The refusal that the work ends with, as a program sees it. */
async function refusal(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (thrown) => thrown
  )
  return error && { code: error.code, status: error.status, ...error.details }
}

test.group('The rules for messages', () => {
  for (const [name, send] of Object.entries(SENDERS)) {
    test(`hold for ${name}, without any validator before the service`, async ({ assert }) => {
      const here = await scene()
      for (const content of EMPTY) {
        assert.deepEqual(
          await refusal(send(here, content)),
          { code: 'E_CHAT_MESSAGE_EMPTY', status: 422, field: 'content', rule: 'required' },
          JSON.stringify(content)
        )
      }
      assert.deepEqual(await refusal(send(here, TOO_LONG)), {
        code: 'E_CHAT_MESSAGE_TOO_LONG',
        status: 422,
        field: 'content',
        rule: 'maxLength',
      })
      const { lastSeq } = await here.world.stored(here.guest.conversation)
      assert.equal(lastSeq, 1)
    })
  }

  test('leave out control characters, and keep lines and tabs', async ({ assert }) => {
    const { world, guest } = await scene()
    const agent = await world.agent()
    const { message } = await world.reply(
      guest.conversation,
      agent,
      ' \u0000a\u0007\u001b[31m\n\tb\u0085\ud800 '
    )
    assert.equal(message.content, 'a[31m\n\tb\ufffd')
  })

  test('take exactly as much as they say', async ({ assert }) => {
    const { world, guest } = await scene()
    const full = 'x'.repeat(MAX_MESSAGE_LENGTH)
    const { message } = await world.reply(guest.conversation, await world.agent(), ` ${full}\0 `)
    assert.equal(message.content, full)
  })

  test('hold for the note of a transfer, which may be left out', async ({ assert }) => {
    const { world, guest } = await scene()
    const [anna, bob] = [await world.agent('Anna'), await world.agent('Bob')]
    const { transfers } = world.chat.routing
    assert.deepEqual(await refusal(transfers.toAgent(guest.conversation, bob, anna, TOO_LONG)), {
      code: 'E_CHAT_MESSAGE_TOO_LONG',
      status: 422,
      field: 'note',
      rule: 'maxLength',
    })
    assert.isNull((await world.stored(guest.conversation)).agentId)
    await transfers.toAgent(guest.conversation, bob, anna, ' \0 ')
    const thread = await world.chat.inbox.thread(guest.conversation, {
      limit: 20,
      visibility: 'all',
    })
    assert.isEmpty(thread.messages.filter(({ type }) => type === 'note'))
  })

  test('are the same at every way in over HTTP', async ({ client, assert }) => {
    const { world, guest } = await scene()
    const user = await world.user()
    const [api, inbox] = [await ApiCaller.for(user), new InboxClient(client, user)]
    const id = guest.conversation.externalId
    for (const content of ['\u0007', TOO_LONG]) {
      const body = { content, client_message_id: randomUUID() }
      const answers = await Promise.all([
        guest.browser.post('/conversations', body),
        guest.browser.post(`/conversations/${id}/messages`, body),
        api.post(`/conversations/${id}/messages`, body),
        api.post(`/conversations/${id}/notes`, body),
      ])
      const rule = content === TOO_LONG ? 'maxLength' : 'minLength'
      for (const { status, json } of answers) {
        assert.equal(status, 422)
        assert.containsSubset(json.errors[0], { field: 'content', rule })
      }
      assert.equal((await inbox.send(`/${id}/messages`, body)).status(), 422)
    }
    const transfer = { user_id: 'me', note: TOO_LONG }
    const { status, json } = await api.post(`/conversations/${id}/transfer`, transfer)
    assert.equal(status, 422)
    assert.containsSubset(json.errors[0], { field: 'note', rule: 'maxLength' })
  })
})
