import { test } from '@japa/runner'
import KeptMail from '#chat/models/kept_mail'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after, withoutDueWorker } from '#tests/helpers/due_actions'
import { rawMail } from '#tests/helpers/raw_mail'
import { handOver, linesOf, messagesOf, replyToOf } from './answering.js'

/** A conversation that the team has got an email about, and an agent of the tenant. */
async function missed() {
  const world = await ChatWorld.create({ teamEmail: 'team@shop.example' })
  const guest = await world.chatting({ name: 'Vera', email: 'vera@example.com' })
  const user = await world.user('employee', 'Anna Agent')
  await after(world, { minutes: 6 })
  const mail = await KeptMail.query().where('tenant_id', world.tenantId).firstOrFail()
  return { world, user, to: replyToOf(mail), ...guest }
}

test.group('Agents who answer by email', (group) => {
  group.setup(withoutDueWorker)

  test('reply under their name, once, from their own address', async ({ assert }) => {
    const { world, user, to, conversation, browser } = await missed()
    const from = `"Someone Else" <${user.email.toUpperCase()}>`
    const raw = rawMail({ to, from, text: 'We do.\r\n\r\n> Do you repair bikes?' })
    const answers = await Promise.all([handOver(raw), handOver(raw), handOver(raw)])
    assert.sameMembers(
      answers.map(({ json }) => json.status),
      ['stored', 'duplicate', 'duplicate']
    )
    const { json } = await browser.get(`/conversations/${conversation.externalId}/messages`)
    const shown = json.messages.at(-1)
    assert.deepEqual(
      [shown.sender_type, shown.sender_name, shown.content, shown.metadata],
      ['agent', 'Anna Agent', 'We do.', null]
    )
    const { status, agentName } = await world.stored(conversation)
    assert.deepEqual([status, agentName], ['waiting', 'Anna Agent'])
  })

  test('what comes from another address stays a note, and agents read why', async ({ assert }) => {
    const { world, to, conversation, browser } = await missed()
    const stranger = await (await ChatWorld.create()).user()
    for (const from of ['vera@example.com', stranger.email, 'team@shop.example']) {
      const raw = rawMail({ to, from, text: `From ${from}` })
      assert.equal((await handOver(raw)).json.status, 'stored')
      assert.equal((await handOver(raw)).json.status, 'duplicate')
      const message = (await messagesOf(world, conversation)).at(-1)!
      assert.deepEqual([message.content, message.visibility], [`From ${from}`, 'internal'])
      assert.include((await linesOf(world, conversation)).at(-1)!, from)
    }
    const { json } = await browser.get(`/conversations/${conversation.externalId}/messages`)
    assert.notInclude(JSON.stringify(json), 'From ')
  })

  test('what comes after the end is a note as well', async ({ assert }) => {
    const { world, user, to, conversation } = await missed()
    const agent = await world.agent()
    await world.chat.conversations.resolve(conversation, agent)
    await handOver(rawMail({ to, from: user.email, text: 'Too late' }))
    const message = (await messagesOf(world, conversation)).at(-1)!
    assert.deepEqual(
      [message.content, message.visibility, message.senderName],
      ['Too late', 'internal', 'Anna Agent']
    )
    assert.include((await linesOf(world, conversation)).at(-1)!, 'had ended')
  })

  test('an address that went to one agent is no good for another', async ({ assert }) => {
    const { world, user, conversation, browser } = await missed()
    const anna = await world.agent('Anna Agent', user)
    const other = await world.user('employee', 'Bob Agent')
    const recipient = { role: 'agent', email: user.email, agentId: anna.id } as const
    const to = (await world.chat.mails.recipients.register(
      conversation,
      `<${conversation.externalId}@crm.example>`,
      recipient
    ))!
    await handOver(rawMail({ to, from: other.email, text: 'Bob says' }))
    await handOver(rawMail({ to, from: user.email, text: 'Anna says' }))
    const { json } = await browser.get(`/conversations/${conversation.externalId}/messages`)
    assert.notInclude(JSON.stringify(json), 'Bob says')
    assert.equal(json.messages.at(-1).content, 'Anna says')
  })
})
