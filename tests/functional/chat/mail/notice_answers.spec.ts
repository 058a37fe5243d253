import { test } from '@japa/runner'
import KeptMail from '#chat/models/kept_mail'
import MailRecipient from '#chat/models/mail_recipient'
import { DEFAULT_CHOICES } from '#chat/services/notifications/notice_preferences'
import { after, withoutDueWorker } from '#tests/helpers/due_actions'
import { rawMail } from '#tests/helpers/raw_mail'
import { employeesSeeAll } from '../access/restricted.js'
import { annaAtWork } from '../notifications/notified.js'
import { handOver, linesOf, messagesOf, replyToOf } from './answering.js'

/** Anna, who has got an email about a visitor's message, and the address that her answer goes to. */
async function notified() {
  const it = await annaAtWork()
  const { world, anna, user, browser, conversation } = it
  const channels = { ...DEFAULT_CHOICES.channels, message: ['mail' as const] }
  await world.chat.notifications.preferences.save(anna, { ...DEFAULT_CHOICES, channels })
  await browser.say(conversation.externalId, 'Do you repair bikes?')
  await after(world, { seconds: 1 })
  await after(world, { minutes: 6 })
  const mail = await KeptMail.query()
    .where('tenant_id', world.tenantId)
    .where('recipient', 'like', `%${user.email}%`)
    .firstOrFail()
  const answer = (text: string, from = user.email) =>
    handOver(rawMail({ to: replyToOf(mail), from, text }))
  const shown = async () =>
    (await browser.get(`/conversations/${conversation.externalId}/messages`)).json.messages
  const last = async () => (await messagesOf(world, conversation)).at(-1)!
  return { ...it, mail, answer, shown, last }
}

test.group('Agents who answer the email of a notification (N2)', (group) => {
  group.setup(withoutDueWorker)

  test('reply under their name; the address is theirs alone', async ({ assert }) => {
    const { world, bob, answer, shown, last, mail, anna } = await notified()
    const bobs = (await world.chat.host.findUser(world.tenantId, bob.userId))!
    assert.equal((await answer('Bob says', bobs.email)).json.status, 'stored')
    assert.equal((await last()).visibility, 'internal')
    assert.equal((await answer('We do.')).json.status, 'stored')
    const messages = await shown()
    assert.notInclude(JSON.stringify(messages), 'Bob says')
    const { sender_type: type, sender_name: name, content } = messages.at(-1)
    assert.deepEqual([type, name, content], ['agent', 'Anna Agent', 'We do.'])
    const { role, agentId } = await MailRecipient.findByOrFail('message_id', mail.messageId)
    assert.deepEqual([role, Number(agentId)], ['agent', anna.id])
  })

  test('who may no longer reply leave a note, and agents read why', async ({ assert }) => {
    const { world, user, conversation, answer, shown, last } = await notified()
    await user.merge({ isActive: false }).save()
    assert.equal((await answer('I was here')).json.status, 'stored')
    const { visibility, senderType } = await last()
    assert.deepEqual([visibility, senderType], ['internal', 'system'])
    assert.notInclude(JSON.stringify(await shown()), 'I was here')
    assert.include((await linesOf(world, conversation)).at(-1)!, 'may reply here')
  })

  test('who no longer see the conversation leave a note as well', async ({ assert }) => {
    const { world, anna, bob, conversation, answer, shown, last } = await notified()
    await employeesSeeAll(world, false)
    await world.chat.agents.roster.update(anna, {
      ...{ maxConcurrentChats: 5, departmentIds: [] },
      widgetIds: [(await world.addWidget({ name: 'Blog' })).externalId],
    })
    await answer('Still mine')
    assert.include(JSON.stringify(await shown()), 'Still mine')
    await world.chat.conversations.assign(await world.stored(conversation), bob, bob)
    await answer('Not mine')
    assert.equal((await last()).visibility, 'internal')
    assert.notInclude(JSON.stringify(await shown()), 'Not mine')
  })

  test('have their addresses deleted with the conversation', async ({ assert }) => {
    const { world, bob, conversation, answer, mail } = await notified()
    const stored = await world.stored(conversation)
    await world.chat.conversations.resolve(stored, bob)
    await world.chat.conversations.removal.remove(stored, bob)
    assert.equal((await answer('Too late')).status, 404)
    assert.isNull(await KeptMail.findBy('message_id', mail.messageId))
  })
})
