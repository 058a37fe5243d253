import { test } from '@japa/runner'
import { AddressRefused } from '#chat/contracts/chat_mailer'
import DirectLink from '#chat/models/direct_link'
import MailStop from '#chat/models/mail_stop'
import SentMail from '#chat/models/sent_mail'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after, dueFor, withoutDueWorker } from '#tests/helpers/due_actions'
import { answered, LATER, mailed } from './mailing.js'

test.group('Unread replies by email (N1)', (group) => {
  group.setup(withoutDueWorker)

  test('a burst is one email, five minutes after its last reply', async ({ assert }) => {
    const world = await ChatWorld.create({ name: 'Velo Atelier' })
    const { conversation, agent } = await answered(world)
    await world.reply(conversation, agent, 'x'.repeat(500))
    await after(world, { minutes: 4 })
    const mails = await mailed(world)
    assert.lengthOf(mails, 1)
    const [mail] = mails
    assert.equal(mail.recipient, 'Vera Visitor <vera@example.com>')
    assert.equal(mail.sender, 'Anna Agent (Velo Atelier)')
    assert.equal(mail.subject, 'Anna Agent from Velo Atelier replied')
    assert.include(mail.text, 'Your order is on its way')
    assert.include(mail.text, `${'x'.repeat(199)}…`)
    assert.notInclude(mail.text, 'x'.repeat(200))
    assert.include(mail.html, 'Your order is on its way')
    assert.isBelow(Buffer.byteLength(mail.html) + Buffer.byteLength(mail.text), 30 * 1024)
    assert.equal(mail.headers['Auto-Submitted'], 'auto-generated')
    assert.equal(mail.headers['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click')
    const { messages } = await world.chat.inbox.thread(conversation, {
      limit: 5,
      visibility: 'all',
    })
    assert.include(messages.at(-1)!.content, 'sent to vera@example.com')
    assert.equal(messages.at(-1)!.visibility, 'internal')
  })

  test('the next burst is the next email, and refers to the first', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { conversation, agent } = await answered(world)
    const [first] = await mailed(world)
    assert.lengthOf(await mailed(world), 1)
    await world.reply(conversation, agent, 'And here is the receipt')
    const [, second] = await mailed(world)
    assert.include(second.text, 'receipt')
    assert.notInclude(second.text, 'on its way')
    assert.equal(second.headers['In-Reply-To'], first.messageId)
    assert.notEqual(second.messageId, first.messageId)
  })

  test('notes are never in it, nor markup of the writer', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { conversation, agent } = await answered(world)
    await world.reply(conversation, agent, 'Customer is difficult', true)
    await world.reply(conversation, agent, '<img src=x onerror=alert(1)>')
    const [mail] = await mailed(world)
    assert.notInclude(mail.text + mail.html, 'difficult')
    assert.notInclude(mail.html, '<img src=x')
    assert.include(mail.html, '&lt;img src=x')
  })

  for (const [why, prevent] of Object.entries<
    (world: ChatWorld, it: Awaited<ReturnType<typeof answered>>) => Promise<unknown>
  >({
    'it was read': ({ chat }, { conversation }) => chat.messages.reads.byVisitor(conversation, 99),
    'the conversation is archived': async ({ chat }, { conversation, agent }) => {
      await chat.conversations.resolve(conversation, agent)
      await chat.conversations.archive(conversation, agent)
    },
    'the conversation is deleted': async ({ chat }, { conversation, agent }) => {
      await chat.conversations.resolve(conversation, agent)
      await chat.conversations.removal.remove(conversation, agent)
    },
    'the widget sends none': ({ chat, widget }) =>
      chat.widgets.update(widget, { mailReplies: false }, null),
    'the address was unsubscribed': ({ chat, tenantId }) =>
      chat.mails.stops.add(tenantId, 'VERA@example.com ', 'unsubscribed'),
    'the module is off': (world) => world.setModule(false),
  })) {
    test(`none is sent when ${why}`, async ({ assert }) => {
      const world = await ChatWorld.create()
      const it = await answered(world)
      await prevent(world, it)
      assert.isEmpty(await mailed(world))
    })
  }

  test('none is sent to a visitor without an address, and an address that comes later gets it', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const guest = await world.chatting({ name: 'Vera' })
    const agent = await world.agent()
    await world.reply(guest.conversation, agent, 'Where can we reach you?')
    await world.chat.visitors.identify(guest.visitor, { email: 'vera@example.com' })
    assert.lengthOf(await mailed(world), 1)
  })

  test('unsubscribing in one tenant leaves the others alone', async ({ assert }) => {
    const [one, other] = [await ChatWorld.create(), await ChatWorld.create()]
    await answered(one)
    await answered(other)
    await one.chat.mails.stops.add(one.tenantId, 'vera@example.com', 'unsubscribed')
    assert.isEmpty(await mailed(one))
    assert.lengthOf(await mailed(other), 1)
    assert.lengthOf(await MailStop.query().where('tenant_id', other.tenantId), 0)
  })

  test('a run that was interrupted after sending sends the same Message-ID', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { conversation } = await answered(world)
    const sent: string[] = []
    const mailing = Reflect.get(world.chat.mails.mailing, 'parts')
    const { mailer } = mailing
    mailing.mailer = {
      async send(mail: { messageId: string }) {
        sent.push(mail.messageId)
        if (sent.length === 1) throw new Error('Connection closed')
        return mailer.send(mail)
      },
    }
    try {
      await after(world, LATER)
      const [due] = await dueFor(conversation)
      await after(world, { minutes: 8 })
      assert.include(sent[0], due.token)
    } finally {
      mailing.mailer = mailer
    }
    assert.deepEqual(new Set(sent).size, 1)
    assert.lengthOf(sent, 2)
    assert.lengthOf(await dueFor(conversation), 0)
  })

  test('goes with its conversation', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { conversation, agent } = await answered(world)
    assert.lengthOf(await mailed(world), 1)
    await world.chat.conversations.resolve(conversation, agent)
    await world.chat.conversations.removal.remove(conversation, agent)
    assert.isEmpty(await mailed(world))
    assert.isEmpty(await SentMail.query().where('tenant_id', world.tenantId))
    assert.isEmpty(await DirectLink.query().where('tenant_id', world.tenantId))
  })

  test('an address that the mail server refuses gets no more, and the agent sees why', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { conversation, agent } = await answered(world)
    const mailing = Reflect.get(world.chat.mails.mailing, 'parts')
    const { mailer } = mailing
    mailing.mailer = { send: () => Promise.reject(new AddressRefused('550 No such user')) }
    try {
      await after(world, LATER)
    } finally {
      mailing.mailer = mailer
    }
    const { messages } = await world.chat.inbox.thread(conversation, {
      limit: 1,
      visibility: 'all',
    })
    assert.include(messages[0].content, 'vera@example.com was refused')
    await world.reply(conversation, agent, 'Still there?')
    assert.isEmpty(await mailed(world))
  })
})
