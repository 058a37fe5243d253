import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import AuditEntry from '#chat/models/audit_entry'
import Conversation from '#chat/models/conversation'
import { chatTable } from '#chat/models/chat_model'
import Erasure from '#chat/models/erasure'
import KeptMail from '#chat/models/kept_mail'
import Message from '#chat/models/message'
import Visitor from '#chat/models/visitor'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after, afterTurns, withoutDueWorker } from '#tests/helpers/due_actions'
import { PushedBrowser } from '#tests/helpers/push_service'
import { rawMail } from '#tests/helpers/raw_mail'
import { replyToOf } from '../mail/answering.js'
import { lengthen } from '../search/library.js'
import { hook } from '../webhooks/hooked.js'

/** The rows of the chat's tables in which a text stands, by table. */
async function findings(text: string) {
  const found: string[] = []
  const tables = await db.connection().getAllTables(['public'])
  for (const table of tables.filter((name) => name.startsWith(chatTable('')))) {
    const rows = await db.from(table)
    if (JSON.stringify(rows).includes(text)) found.push(table)
  }
  return found
}

/** A visitor whose every text has the canary in it, wherever such a text is kept. */
async function canaries(world: ChatWorld, canary: string) {
  const guest = await world.guest({
    name: `${canary} name`,
    email: `${canary}@example.com`,
    phone: '+49 30 1',
  })
  await world.chat.visitors.recordPageView(guest.visitor, {
    url: `https://shop.example/${canary}`,
    title: `${canary} title`,
  })
  const { conversation } = await world.start(guest, `${canary} question`)
  const agent = await world.agent()
  await world.reply(conversation, agent, `${canary} answer`)
  await world.reply(conversation, agent, `${canary} note`, true)
  await after(world, { minutes: 6 })
  const mail = await KeptMail.query().where('tenant_id', world.tenantId).firstOrFail()
  await world.chat.mails.inbound.receive(
    rawMail({ to: replyToOf(mail), from: `${canary}@example.com`, subject: `${canary} subject` })
  )
  await world.chat.mails.stops.add(world.tenantId, `${canary}@example.com`, 'unsubscribed')
  const { subscription } = new PushedBrowser(`https://fcm.googleapis.com/fcm/send/${canary}`)
  await guest.browser.post('/push', subscription)
  await world.chat.conversations.triage.setSubject(conversation, `${canary} subject`, agent)
  await world.chat.conversations.resolve(await world.stored(conversation), agent)
  await world.chat.conversations.ratings.rate(await world.stored(conversation), guest.visitor, {
    rating: 1,
    feedback: `${canary} feedback`,
  })
  return { ...guest, conversation, agent }
}

test.group('Erasing a visitor (V9)', (group) => {
  group.setup(withoutDueWorker)

  test('leaves no trace of what they and the team have written, in any table', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create({ pushReplies: true })
    const canary = `canary${randomUUID().slice(0, 8)}`
    await hook(world, 'https://hooks.example/in', cleanup, { includeNotes: true })
    const { visitor, agent, conversation, browser } = await canaries(world, canary)
    const before = await findings(canary)
    for (const name of [
      'visitors',
      'messages',
      'conversations',
      'visitor_page_views',
      'webhook_deliveries',
      'kept_mails',
      'mail_stops',
      'direct_links',
      'mail_recipients',
      'received_mails',
      'visitor_browsers',
    ]) {
      assert.include(before, chatTable(name))
    }
    const known = await world.chat.visitors.page(world.tenantId, { q: canary }, { limit: 5 })
    assert.lengthOf(known.rows, 1)
    const neighbour = await world.chatting({ name: 'Someone else' })
    const erasure = await world.chat.erasure.begin(await Visitor.findOrFail(visitor.id), agent)
    assert.notInclude(await findings(canary), chatTable('visitors'))
    const found = await world.chat.visitors.page(world.tenantId, { q: canary }, { limit: 5 })
    assert.isEmpty(found.rows)
    assert.equal((await browser.post('/session')).status, 401)

    await afterTurns(world, { seconds: 1 }, async () => (await erasure.refresh()).finishedAt)
    assert.deepEqual(await findings(canary), [])
    assert.isNull(await Visitor.find(visitor.id))
    assert.isNull(await Conversation.find(conversation.id))
    assert.isNotNull(await Conversation.find(neighbour.conversation.id))
    assert.equal(erasure.conversations, 1)
    assert.isAtLeast(erasure.messages, 3)
    assert.equal(erasure.pageViews, 1)
    assert.isAtLeast(erasure.deliveries, 1)
    const entry = await AuditEntry.query()
      .where({ tenant_id: world.tenantId, action: 'visitor.erased' })
      .firstOrFail()
    assert.equal(entry.userId, agent.userId)
    assert.lengthOf(await KeptMail.query().where('tenant_id', world.tenantId), 0)
  })

  test('goes on after a restart, and asked for twice is one erasure', async ({ assert }) => {
    const world = await ChatWorld.create()
    const guest = await world.chatting({ name: 'Vera' })
    const agent = await world.agent()
    await lengthen(
      guest.conversation,
      Array.from({ length: 1200 }, (_, n) => `Line ${n}`)
    )
    const begun = await world.chat.erasure.begin(guest.visitor, agent)
    const again = await world.chat.erasure.begin(guest.visitor, agent)
    assert.equal(again.id, begun.id)

    const query = Message.query
    let slices = 0
    Message.query = ((...args: Parameters<typeof query>) => {
      if (++slices > 4) throw new Error('The process ends here')
      return query.apply(Message, args)
    }) as typeof query
    await after(world, { seconds: 1 })
    Message.query = query
    const left = await Message.query()
      .where('conversation_id', guest.conversation.id)
      .count('* as n')
      .pojo<{ n: number }>()
    assert.isAbove(Number(left[0].n), 0)

    const done = await Erasure.findOrFail(begun.id)
    await afterTurns(world, { minutes: 1 }, async () => (await done.refresh()).finishedAt)
    assert.equal(done.messages, 1201)
    assert.lengthOf(await Message.query().where('conversation_id', guest.conversation.id), 0)
  })

  test('takes the permission to delete chats', async ({ client }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    const path = `/chat/${conversation.externalId}/erase-visitor`
    const employee = await world.user('employee')
    ;(await client.post(path).withCsrfToken().loginAs(employee)).assertStatus(403)
    const other = await (await ChatWorld.create()).user('admin')
    ;(await client.post(path).withCsrfToken().loginAs(other)).assertStatus(404)
    const admin = await world.user('admin')
    const answer = await client.post(path).withCsrfToken().loginAs(admin).redirects(0)
    answer.assertStatus(302)
  })
})
