import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import type { HostPush } from '#chat/contracts/push_driver'
import DueAction from '#chat/models/due_action'
import KeptMail from '#chat/models/kept_mail'
import { ChatService } from '#chat/services/chat_service'
import { chatClient } from '#chat/models/chat_model'
import { DEFAULT_CHOICES } from '#chat/services/notifications/notice_preferences'
import type { ChatWorld } from '#tests/helpers/chat_world'
import { after, withoutDueWorker, workerIn } from '#tests/helpers/due_actions'
import { annaAtWork } from './notified.js'
import type Agent from '#chat/models/agent'

const SOON = { seconds: 1 }

function wantsMail({ chat }: ChatWorld, agent: Agent) {
  const message = ['crm', 'mail'] as const
  const channels = { ...DEFAULT_CHOICES.channels, message: [...message] }
  return chat.notifications.preferences.save(agent, { ...DEFAULT_CHOICES, channels, locale: 'de' })
}

const mailsTo = (world: ChatWorld, email: string) =>
  KeptMail.query()
    .where('tenant_id', world.tenantId)
    .where('recipient', 'like', `%${email}%`)
    .orderBy('id')

test.group('Emails to agents', (group) => {
  group.setup(withoutDueWorker)

  test('go to who wants them, once until the agent has seen what they are about, in their language', async ({
    assert,
  }) => {
    const { world, user, anna, browser, conversation } = await annaAtWork()
    await wantsMail(world, anna)
    for (let n = 0; n < 3; n += 1) {
      await browser.say(conversation.externalId, `Message ${n}`)
      await after(world, { seconds: 70 * n + 1 })
    }
    assert.isEmpty(await mailsTo(world, user.email), 'not before its time')
    await after(world, { minutes: 6 })
    await after(world, { minutes: 20 })
    const [mail, ...more] = await mailsTo(world, user.email)
    assert.isEmpty(more)
    assert.equal(mail.subject, `Vera Visitor: 3 neue Nachrichten (${conversation.displayNumber})`)
    for (const part of [mail.text, mail.html]) {
      assert.include(part, 'Message 2')
      assert.include(part, `/chat/${conversation.externalId}`)
      assert.include(part, '/chat/notifications/settings')
    }
    assert.equal(mail.headers['Auto-Submitted'], 'auto-generated')

    await world.chat.notifications.read(anna)
    await browser.say(conversation.externalId, 'Another day')
    await after(world, SOON)
    await after(world, { minutes: 6 })
    assert.lengthOf(await mailsTo(world, user.email), 2)
  })

  test('do not go to who has seen it by then', async ({ assert }) => {
    const { world, user, anna, browser, conversation } = await annaAtWork()
    await wantsMail(world, anna)
    await browser.say(conversation.externalId, 'One')
    await after(world, SOON)
    await world.chat.notifications.read(anna)
    await after(world, { minutes: 6 })
    assert.isEmpty(await mailsTo(world, user.email))
    assert.isEmpty(await DueAction.query().where('tenant_id', world.tenantId))
  })
})

test.group('The host’s own push driver', (group) => {
  group.setup(withoutDueWorker)

  test('gets what a browser would get, and is asked again when it fails', async ({ assert }) => {
    const { world, anna, browser, conversation } = await annaAtWork()
    const pushes: HostPush[] = []
    let failures = 1
    const pushDriver = {
      async send(push: HostPush) {
        if (failures-- > 0) throw new Error('not now')
        pushes.push(push)
      },
    }
    const [emitter, db] = [
      await app.container.make('emitter'),
      await app.container.make('lucid.db'),
    ]
    const { config, host } = world.chat
    const chat = new ChatService(config, host, chatClient(db), emitter, { pushDriver })
    const { notifications } = chat
    assert.isTrue(notifications.has.host)
    await browser.say(conversation.externalId, 'Are you there?')
    for (const seconds of [1, 20]) {
      const worker = await workerIn(world, { seconds }, chat.dueKinds)
      await worker.round()
    }
    assert.containsSubset(pushes, [
      {
        tenantId: world.tenantId,
        userId: anna.userId,
        kind: 'message',
        title: 'Vera Visitor',
        body: 'Are you there?',
        conversationId: conversation.externalId,
        isUrgent: false,
      },
    ])
    assert.lengthOf(pushes, 1)
  })
})
