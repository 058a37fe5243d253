import { test } from '@japa/runner'
import ReceivedMail from '#chat/models/received_mail'
import { ChatWorld } from '#tests/helpers/chat_world'
import { withoutDueWorker } from '#tests/helpers/due_actions'
import { bounce, rawMail } from '#tests/helpers/raw_mail'
import { asked, handOver, linesOf, messagesOf } from './answering.js'

const GMAIL = [
  'Size 42, please.',
  '',
  'On Sat, 28 Nov 2026 at 09:00, Anna Agent <chat@crm.example> wrote:',
  '> Which size?',
]

test.group('Answers by email', (group) => {
  group.setup(withoutDueWorker)

  test('become a message of the visitor, its quote folded and its original kept', async ({
    assert,
    client,
  }) => {
    const { world, conversation, to, browser } = await asked()
    const raw = rawMail({ to, text: GMAIL.join('\r\n') })
    const { status, json } = await handOver(raw)
    assert.deepEqual([status, json], [200, { status: 'stored' }])

    const message = (await messagesOf(world, conversation)).at(-1)!
    assert.equal(message.content, 'Size 42, please.')
    assert.deepEqual([message.senderType, message.senderName], ['visitor', 'Vera Visitor'])
    assert.isFalse(message.isVerified)
    const { mail } = message.metadata as any
    assert.include(mail.quoted, '> Which size?')
    assert.isFalse(mail.isOther)
    const stored = await world.stored(conversation)
    assert.deepEqual([stored.status, stored.agentUnreadCount], ['active', 1])

    const { json: page } = await browser.get(`/conversations/${conversation.externalId}/messages`)
    assert.equal(page.messages.at(-1).content, 'Size 42, please.')
    assert.isNull(page.messages.at(-1).metadata)

    const user = await world.user()
    const thread = await client.get(`/chat/${conversation.externalId}`).loginAs(user)
    assert.include(thread.text(), 'By email')
    assert.include(thread.text(), '&gt; Which size?')
    const path = `/chat/${conversation.externalId}/mails/${mail.id}`
    const original = await client.get(`${path}/original.eml`).loginAs(user)
    assert.equal(original.header('content-type'), 'message/rfc822')
    assert.include(original.header('content-disposition'), 'attachment')
    const { originals } = world.chat.mails.inbound
    const kept = await originals.find(conversation, mail.id)
    assert.equal((await originals.original(kept)).toString(), raw.toString())
    assert.include((await client.get(path).loginAs(user)).text(), 'Size 42, please.')
    const stranger = await (await ChatWorld.create()).user('admin')
    ;(await client.get(`${path}/original.eml`).loginAs(stranger)).assertStatus(404)
  })

  test('the same one, fifty times in the same moment, is one message', async ({ assert }) => {
    const { world, conversation, to } = await asked()
    const raw = rawMail({ to, text: 'Once' })
    const results = await Promise.all(Array.from({ length: 50 }, () => handOver(raw)))
    assert.deepEqual(new Set(results.map(({ status }) => status)), new Set([200]))
    assert.lengthOf(
      results.filter(({ json }) => json.status === 'stored'),
      1
    )
    const texts = (await messagesOf(world, conversation)).map(({ content }) => content)
    assert.lengthOf(
      texts.filter((content) => content === 'Once'),
      1
    )
    assert.lengthOf(await ReceivedMail.query().where('tenant_id', world.tenantId), 1)
  })

  test('without a Message-ID they are distinguished by their content', async ({ assert }) => {
    const { world, conversation, to } = await asked()
    const one = rawMail({ to, text: 'One', messageId: null })
    const other = rawMail({ to, text: 'Other', messageId: null })
    for (const raw of [one, other, one]) await handOver(raw)
    const texts = (await messagesOf(world, conversation)).map(({ content }) => content)
    assert.deepEqual(texts.slice(-2), ['One', 'Other'])
  })

  test('are found by Cc, Delivered-To and X-Original-To as well', async ({ assert }) => {
    const { world, conversation, to } = await asked()
    for (const [index, more] of [
      `Cc: Chat <${to}>`,
      `Delivered-To: ${to}`,
      `X-Original-To: <${to.toUpperCase()}>`,
    ].entries()) {
      const raw = rawMail({ to: 'other@example.com', text: `Way ${index}`, more: [more] })
      assert.equal((await handOver(raw)).json.status, 'stored', more)
    }
    assert.equal((await messagesOf(world, conversation)).at(-1)!.content, 'Way 2')
  })

  test('from another address they are that sender’s words, for visitor and agents alike', async ({
    assert,
    client,
  }) => {
    const { world, conversation, to, browser } = await asked()
    await handOver(rawMail({ to, from: 'Otto Other <otto@else.example>', text: 'I am his boss' }))
    const message = (await messagesOf(world, conversation)).at(-1)!
    assert.deepEqual([message.senderType, message.senderName], ['visitor', 'Otto Other'])
    assert.isTrue((message.metadata as any).mail.isOther)
    const { json } = await browser.get(`/conversations/${conversation.externalId}/messages`)
    const shown = json.messages.at(-1)
    assert.deepEqual([shown.sender_type, shown.sender_name], ['bot', 'Otto Other'])
    const page = await client.get(`/chat/${conversation.externalId}`).loginAs(await world.user())
    assert.include(page.text(), 'otto@else.example')
  })

  test('to an ended conversation reopen it, or begin a new one', async ({ assert }) => {
    const { world, conversation, to, agent } = await asked()
    await world.chat.conversations.resolve(await world.stored(conversation), agent)
    await handOver(rawMail({ to, text: 'Again' }))
    assert.equal((await world.stored(conversation)).status, 'active')

    const longAgo = { resolved_at: '2020-01-01 00:00:00.000', closed_at: '2020-01-01 00:00:00.000' }
    await world.chat.conversations.close(await world.stored(conversation), agent)
    const { default: Conversation } = await import('#chat/models/conversation')
    await Conversation.query().where('id', conversation.id).update(longAgo)
    const raw = rawMail({ to, text: 'Much later' })
    assert.equal((await handOver(raw)).json.status, 'stored')
    assert.equal((await handOver(raw)).json.status, 'duplicate')
    const begun = await world.onlyConversation()
    assert.notEqual(begun.id, conversation.id)
    const { mail } = (await messagesOf(world, begun)).at(-1)!.metadata as any
    assert.equal((await world.chat.mails.inbound.originals.find(begun, mail.id)).size, raw.length)
  })

  for (const [what, more] of Object.entries({
    'an absence notice': ['Auto-Submitted: auto-replied'],
    'one of our own that came back': ['Auto-Submitted: auto-generated'],
    'an answer of an old autoresponder': ['X-Autoreply: yes'],
    'bulk mail': ['Precedence: bulk'],
    'mail of a list': ['List-Id: <news.example.com>'],
    'mail without a return path': ['Return-Path: <>'],
  })) {
    test(`${what} never becomes a message`, async ({ assert }) => {
      const { world, conversation, to } = await asked()
      const before = await messagesOf(world, conversation)
      const { status, json } = await handOver(rawMail({ to, more }))
      assert.deepEqual([status, json], [200, { status: 'ignored', reason: 'automatic' }])
      assert.lengthOf(await messagesOf(world, conversation), before.length)
    })
  }

  test('a hard bounce marks the address and says so, a soft or foreign one does nothing', async ({
    assert,
  }) => {
    const { world, conversation, mail, to } = await asked()
    const { messageId } = mail
    const stops = () => world.chat.mails.stops.reasonFor(world.tenantId, 'vera@example.com')
    for (const harmless of [
      bounce('chat@crm.example', 'vera@example.com', messageId, '4.4.1'),
      bounce('chat@crm.example', 'vera@example.com', '<unknown@crm.example>'),
      bounce('chat@crm.example', 'else@example.com', messageId),
    ]) {
      assert.equal((await handOver(harmless)).json.reason, 'bounce')
      assert.isNull(await stops())
    }
    for (const address of ['chat@crm.example', to]) {
      const { json } = await handOver(bounce(address, 'Vera@example.com', messageId))
      assert.deepEqual(json, { status: 'ignored', reason: 'bounce' })
    }
    assert.equal(await stops(), 'bounced')
    const lines = await linesOf(world, conversation)
    assert.lengthOf(
      lines.filter((line) => line.includes('vera@example.com was refused')),
      1
    )
    assert.lengthOf(await messagesOf(world, conversation), 2)
  })

  test('of a blocked visitor are taken and dropped', async ({ assert }) => {
    const { world, conversation, visitor, agent, to } = await asked()
    await world.chat.visitors.blocks.block(visitor, agent)
    const { json } = await handOver(rawMail({ to }))
    assert.deepEqual(json, { status: 'ignored', reason: 'blocked' })
    assert.lengthOf(await messagesOf(world, conversation), 2)
  })

  test('are cut to what a message holds', async ({ assert, client }) => {
    const { world, conversation, to } = await asked()
    const raw = rawMail({ to, text: 'x'.repeat(6000) })
    assert.equal((await handOver(raw)).json.status, 'stored')
    const message = (await messagesOf(world, conversation)).at(-1)!
    assert.equal(message.content, `${'x'.repeat(4999)}…`)
    assert.isTrue((message.metadata as any).mail.isCut)
    const page = await client.get(`/chat/${conversation.externalId}`).loginAs(await world.user())
    assert.include(page.text(), 'Shortened: the rest is in the original.')
  })

  test('are erased with their conversation', async ({ assert }) => {
    const { world, conversation, agent, to } = await asked()
    await handOver(rawMail({ to }))
    await world.chat.conversations.resolve(await world.stored(conversation), agent)
    await world.chat.conversations.removal.remove(conversation, agent)
    assert.isEmpty(await ReceivedMail.query().where('tenant_id', world.tenantId))
    assert.equal((await handOver(rawMail({ to }))).status, 404)
  })
})

test.group('Emails that are refused', (group) => {
  group.setup(withoutDueWorker)

  const refusals: [what: string, raw: (to: string) => Buffer, status: number, code: string][] = [
    [
      'an unknown token',
      () => rawMail({ to: `chat+${'0'.repeat(32)}@inbound.example` }),
      404,
      'E_CHAT_MAIL_UNKNOWN',
    ],
    ['no token', () => rawMail({ to: 'chat@inbound.example' }), 404, 'E_CHAT_MAIL_UNKNOWN'],
    ['no email at all', () => Buffer.from('{"a": 1}'), 422, 'E_CHAT_MAIL_UNREADABLE'],
    ['nothing', () => Buffer.alloc(0), 422, 'E_CHAT_MAIL_UNREADABLE'],
    ['bytes', () => Buffer.alloc(4096, 0xff), 422, 'E_CHAT_MAIL_UNREADABLE'],
    [
      'parts within parts without end',
      (to) =>
        Buffer.from(
          `From: a@b.example\r\nTo: ${to}\r\n` +
            Array.from(
              { length: 300 },
              (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`
            ).join('')
        ),
      422,
      'E_CHAT_MAIL_UNREADABLE',
    ],
    [
      '20 MB',
      (to) => rawMail({ to, text: 'x'.repeat(20 * 1024 * 1024) }),
      413,
      'E_CHAT_MAIL_TOO_LARGE',
    ],
  ]
  for (const [what, raw, status, code] of refusals) {
    test(`${what}: in words, and nothing is stored`, async ({ assert }) => {
      const { world, conversation, to } = await asked()
      const before = await messagesOf(world, conversation)
      const answer = await handOver(raw(to))
      assert.equal(answer.status, status)
      assert.equal(answer.json.errors[0].code, code)
      assert.isAbove(answer.json.errors[0].message.length, 10)
      assert.lengthOf(await messagesOf(world, conversation), before.length)
    })
  }

  test('broken MIME becomes what can be read of it', async ({ assert }) => {
    const { world, conversation, to } = await asked()
    const raw = `From: vera@example.com\nTo: ${to}\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain; charset=klingon\nContent-Transfer-Encoding: base64\n\n!!!SGVsbG8=`
    const { status } = await handOver(raw)
    assert.equal(status, 200)
    assert.equal((await messagesOf(world, conversation)).at(-1)!.senderType, 'visitor')
  })

  test('without the secret, whatever is sent', async ({ assert }) => {
    const { world, conversation, to } = await asked()
    const before = await messagesOf(world, conversation)
    for (const secret of ['', 'wrong', 'a-secret-of-the-tests-for-mai']) {
      const { status, json } = await handOver(rawMail({ to }), { secret })
      assert.deepEqual([status, json.errors[0].code], [401, 'E_CHAT_MAIL_SECRET_WRONG'])
    }
    assert.lengthOf(await messagesOf(world, conversation), before.length)
  })

  test('as a form, which a parser reads as something else', async ({ assert }) => {
    const { to } = await asked()
    const type = 'application/x-www-form-urlencoded'
    const { status, json } = await handOver(rawMail({ to }), { type })
    assert.deepEqual([status, json.errors[0].code], [415, 'E_CHAT_MAIL_TYPE_WRONG'])
  })

  test('while the module is off', async ({ assert }) => {
    const { world, to } = await asked()
    await world.setModule(false)
    assert.equal((await handOver(rawMail({ to }))).status, 404)
  })
})
