import { test } from '@japa/runner'
import { AddressRefused } from '#chat/contracts/chat_mailer'
import type Conversation from '#chat/models/conversation'
import KeptMail from '#chat/models/kept_mail'
import type { BusinessHours } from '#chat/models/widget_values'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after, dueFor, withoutDueWorker } from '#tests/helpers/due_actions'

const TEAM = 'team@velo.example'
const NEVER_OPEN = { timezone: 'UTC' } as BusinessHours

const mailsOf = ({ tenantId }: ChatWorld) =>
  KeptMail.query().where('tenant_id', tenantId).orderBy('id')

const linesOf = async ({ chat }: ChatWorld, conversation: Conversation) => {
  const { messages } = await chat.inbox.thread(conversation, { limit: 20, visibility: 'all' })
  return messages.filter(({ type }) => type === 'event')
}

test.group('Missed chats (N4)', (group) => {
  group.setup(withoutDueWorker)

  test('after the widget’s minutes, the visitor reads so and the team gets one email', async ({
    assert,
  }) => {
    const world = await ChatWorld.create({ name: 'Velo Atelier', teamEmail: TEAM })
    const guest = await world.chatting({ name: 'Vera Visitor' })
    await world.start(guest, 'Do you repair <b>e-bikes</b>?')
    await after(world, { minutes: 4 })
    assert.isEmpty(await mailsOf(world))

    await after(world, { minutes: 6 })
    await after(world, { minutes: 60 })
    const mails = await mailsOf(world)
    assert.lengthOf(mails, 1)
    const [mail] = mails
    const { externalId, displayNumber } = guest.conversation
    assert.equal(mail.recipient, TEAM)
    assert.equal(mail.subject, `Missed chat with Vera Visitor (${displayNumber})`)
    assert.include(mail.text, 'Do you repair <b>e-bikes</b>?')
    assert.include(mail.html, 'Do you repair &lt;b&gt;e-bikes&lt;/b&gt;?')
    assert.include(mail.text, `/chat/${externalId}`)
    assert.include(mail.text, 'No email address yet.')
    assert.equal(mail.headers['Auto-Submitted'], 'auto-generated')
    assert.notProperty(mail.headers, 'List-Unsubscribe')

    const lines = await linesOf(world, guest.conversation)
    assert.deepEqual(
      lines.map(({ visibility, metadata }) => [visibility, metadata!.event]),
      [
        ['public', 'missed'],
        ['internal', 'mailed'],
      ]
    )
    const { json } = await guest.browser.get(`/conversations/${externalId}/messages`)
    const shown = json.messages.at(-1)
    assert.equal(shown.metadata.event, 'missed')
    assert.include(shown.content, 'We couldn’t answer yet')
  })

  test('outside business hours the email goes out immediately, and the visitor reads nothing more', async ({
    assert,
  }) => {
    const world = await ChatWorld.create({ teamEmail: TEAM, businessHours: NEVER_OPEN })
    const { conversation } = await world.chatting({ email: 'vera@example.com' })
    await after(world, { seconds: 1 })
    const [mail] = await mailsOf(world)
    assert.include(mail.text, 'Email: vera@example.com')
    const lines = await linesOf(world, conversation)
    assert.deepEqual(
      lines.map(({ metadata }) => metadata!.event),
      ['mailed']
    )
  })

  for (const [why, prevent] of Object.entries<
    (world: ChatWorld, conversation: Conversation) => Promise<unknown>
  >({
    'an agent has answered': async (world, conversation) =>
      world.reply(conversation, await world.agent()),
    'an agent who has opened it before has answered': async (world, conversation) => {
      const agent = await world.agent()
      await world.chat.conversations.assign(conversation, agent, agent)
      await world.chat.conversations.look(await world.stored(conversation), agent)
      await world.reply(conversation, agent)
    },
    'it was resolved': async (world, conversation) =>
      world.chat.conversations.resolve(conversation, await world.agent()),
    'it is snoozed': async (world, conversation) => {
      const { DateTime } = await import('luxon')
      const until = DateTime.utc().plus({ hours: 2 })
      return world.chat.conversations.snoozes.snooze(conversation, until, await world.agent())
    },
  })) {
    test(`a chat is not missed when ${why}`, async ({ assert }) => {
      const world = await ChatWorld.create({ teamEmail: TEAM })
      const { conversation } = await world.chatting()
      await prevent(world, conversation)
      await after(world, { minutes: 6 })
      assert.isEmpty(await mailsOf(world))
      const events = (await linesOf(world, conversation)).map(({ metadata }) => metadata!.event)
      assert.notInclude(events, 'missed')
      assert.isNull((await world.stored(conversation)).missedDueAt)
    })
  }

  test('a chat that its visitor reopens can be missed again', async ({ assert }) => {
    const world = await ChatWorld.create({ teamEmail: TEAM })
    const guest = await world.chatting()
    await after(world, { minutes: 6 })
    await world.chat.conversations.resolve(guest.conversation, await world.agent())
    await guest.browser.say(guest.conversation.externalId, 'One more question')
    await after(world, { minutes: 6 })
    const [, second] = await mailsOf(world)
    assert.include(second.text, 'One more question')
    assert.notInclude(second.text, 'Hello')
  })

  test('without a team address no email goes out, without minutes no chat is missed', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    const patient = await ChatWorld.create({ missedAfterMinutes: null, teamEmail: TEAM })
    const waiting = await patient.chatting()
    await after(world, { minutes: 6 })
    assert.isEmpty([...(await mailsOf(world)), ...(await mailsOf(patient))])
    assert.lengthOf(await linesOf(world, conversation), 1)
    assert.isEmpty(await linesOf(patient, waiting.conversation))
  })

  test('a team address that the mail server refuses gets no more, and agents see why', async ({
    assert,
  }) => {
    const world = await ChatWorld.create({ teamEmail: TEAM })
    const { conversation } = await world.chatting()
    const parts = Reflect.get(world.chat.mails.missed, 'parts')
    const { mailer } = parts
    parts.mailer = { send: () => Promise.reject(new AddressRefused('550 No such user')) }
    try {
      await after(world, { minutes: 6 })
    } finally {
      parts.mailer = mailer
    }
    assert.include((await linesOf(world, conversation)).at(-1)!.content, `${TEAM} was refused`)
    assert.isEmpty(await dueFor(conversation))
    await world.chatting()
    await after(world, { minutes: 6 })
    assert.isEmpty(await mailsOf(world))
  })

  test('what the visitor wrote goes with the conversation, from kept emails as well', async ({
    assert,
  }) => {
    const world = await ChatWorld.create({ teamEmail: TEAM })
    const { conversation } = await world.chatting()
    await after(world, { minutes: 6 })
    assert.lengthOf(await mailsOf(world), 1)
    const agent = await world.agent()
    await world.chat.conversations.resolve(conversation, agent)
    await world.chat.conversations.removal.remove(conversation, agent)
    assert.isEmpty(await mailsOf(world))
  })
})
