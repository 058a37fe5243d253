import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Assert } from '@japa/assert'
import app from '@adonisjs/core/services/app'
import { DateTime } from 'luxon'
import env from '#start/env'
import type Agent from '#chat/models/agent'
import Attachment from '#chat/models/attachment'
import Conversation from '#chat/models/conversation'
import Erasure from '#chat/models/erasure'
import Message from '#chat/models/message'
import Notification from '#chat/models/notification'
import PlannedReply from '#chat/models/planned_reply'
import Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'
import { keyOf } from '#chat/services/attachments/file_keys'
import type { ChatWorld } from '#tests/helpers/chat_world'
import { pngOf } from '#tests/helpers/sample_files'
import { lengthen } from '../../search/library.js'
import type { Outside } from './outside.js'

/** Who and what due things are about. */
export interface Ground {
  world: ChatWorld
  outside: Outside
  /** She is notified in every way; he is not. */
  anna: Agent
  bob: Agent
  annaMail: string
  widgets: Record<'missed' | 'followed' | 'kept' | 'pushed', Widget>
}

/** Whether it has happened exactly once, as far as the outside lets it. */
export type Check = (assert: Assert) => Promise<void>

interface DueThing {
  /** The names of the kinds of due action that it takes. */
  kinds: string[]
  /** Has it become due; `n` is new each time. */
  make(ground: Ground, n: number): Promise<Check>
}

const IN_AN_HOUR = () => DateTime.utc().plus({ hours: 1 })
const LONG = 600

const manyLines = () => Array.from({ length: LONG }, (_, line) => `Line ${line}`)

async function begin({ world }: Ground, widget: Widget, name: string, content = 'Hello') {
  const guest = await world.guest({ name }, widget)
  const draft = { content, clientMessageId: randomUUID() }
  const { conversation } = await world.chat.messages.visitor.start(widget, guest.visitor, draft)
  return { ...guest, conversation }
}

const linesOf = async ({ id }: Conversation) => {
  const lines = await Message.query().where({ conversation_id: id, type: 'event' })
  return lines.map(({ metadata }) => String(metadata!.event))
}

const times = (events: string[], event: string) => events.filter((each) => each === event).length

const upload = (name: string) => ({
  name,
  uploadId: randomUUID(),
  bytes: Readable.from([pngOf(20, 20)]),
  size: null,
})

const pathOf = (file: Attachment) =>
  join(app.makePath(env.get('CHAT_FILES', 'tmp/chat_files')), keyOf(file))

async function assertGone(assert: Assert, file: Attachment) {
  assert.isNull(await Attachment.find(file.id))
  assert.isFalse(existsSync(pathOf(file)))
}

/** One notification, and all that reached its agent is about it: repeats say that they are. */
async function assertNotified(
  assert: Assert,
  { outside, anna, annaMail }: Ground,
  { id, externalId, displayNumber }: Conversation,
  kind: string
) {
  const rows = await Notification.query().where({ conversation_id: id, agent_id: anna.id, kind })
  assert.lengthOf(rows, 1)
  for (const pushes of [outside.pushes, outside.hostPushes]) {
    const about = pushes.filter((push) => push.conversation === externalId && push.kind === kind)
    assert.lengthOf(new Set(about.map(({ topic }) => topic)), 1, `${kind} by push`)
  }
  outside.assertMailedOnce(assert, annaMail, displayNumber)
}

/** Everything that becomes due. */
export const DUE_THINGS: DueThing[] = [
  {
    kinds: ['reply-mail'],
    async make({ world, bob, outside }, n) {
      const email = `reply-${n}@${world.tenantId}.example`
      const { conversation } = await world.chatting({ name: 'Vera', email })
      await world.reply(conversation, bob, 'It is on its way')
      return async (assert) => {
        outside.assertMailedOnce(assert, email)
        assert.equal(times(await linesOf(conversation), 'mailed'), 1)
      }
    },
  },
  {
    kinds: ['missed-chat'],
    async make(ground, n) {
      const { widgets, outside } = ground
      const { conversation } = await begin(ground, widgets.missed, `Vera ${n}`)
      return async (assert) => {
        outside.assertMailedOnce(assert, widgets.missed.teamEmail!, conversation.displayNumber)
        const lines = await linesOf(conversation)
        assert.deepEqual([times(lines, 'missed'), times(lines, 'mailed')], [1, 1])
      }
    },
  },
  {
    kinds: ['transcript-mail'],
    async make({ world, bob, outside }, n) {
      const email = `transcript-${n}@${world.tenantId}.example`
      const { conversation } = await world.chatting({ name: 'Vera', email })
      await world.reply(conversation, bob, 'Here you are')
      await world.chat.messages.reads.byVisitor(conversation, 99)
      await world.chat.transcripts.mail(conversation, 'UTC')
      return async (assert) => {
        outside.assertMailedOnce(assert, email)
        assert.equal(times(await linesOf(conversation), 'mailed'), 1)
      }
    },
  },
  {
    kinds: ['undoable-action', 'auto-close'],
    async make({ world, bob }) {
      const { conversation } = await world.chatting({ name: 'Vera' })
      await world.chat.conversations.undoable.begin(conversation, bob, 'resolve')
      return async (assert) => {
        const lines = await linesOf(conversation)
        assert.deepEqual([times(lines, 'resolved'), times(lines, 'auto_closed')], [1, 1])
        assert.equal((await world.stored(conversation)).status, 'closed')
      }
    },
  },
  {
    kinds: ['snooze-end'],
    async make({ world, bob }) {
      const { conversation } = await world.chatting({ name: 'Vera' })
      await world.chat.conversations.snoozes.snooze(conversation, IN_AN_HOUR(), bob)
      return async (assert) => {
        assert.equal(times(await linesOf(conversation), 'woken'), 1)
        const notices = await Notification.query().where('conversation_id', conversation.id)
        assert.lengthOf(notices, 1)
      }
    },
  },
  {
    kinds: ['follow-up', 'follow-up-start'],
    async make(ground, n) {
      const { world, bob, widgets } = ground
      const { conversation } = await begin(ground, widgets.followed, `Vera ${n}`)
      await world.reply(conversation, bob, 'Which size?')
      await world.chat.widgets.update(widgets.followed, { resolveAfterHours: 2 + (n % 2) }, null)
      return async (assert) => {
        const bots = await Message.query().where({
          conversation_id: conversation.id,
          sender_type: 'bot',
        })
        assert.lengthOf(bots, 1)
        assert.equal(times(await linesOf(conversation), 'resolved'), 1)
      }
    },
  },
  {
    kinds: ['notice'],
    async make(ground) {
      const { world, anna, bob } = ground
      const { conversation } = await world.chatting({ name: 'Vera' })
      await world.chat.conversations.assign(conversation, anna, bob)
      return (assert) => assertNotified(assert, ground, conversation, 'assigned')
    },
  },
  {
    kinds: ['web-push', 'host-push', 'notice-mail'],
    async make(ground) {
      const { world, anna } = ground
      const { conversation, visitor } = await world.chatting({ name: 'Vera' })
      await world.reply(conversation, anna, 'Hi Vera')
      const draft = { content: 'Are you there?', clientMessageId: randomUUID() }
      await world.chat.messages.visitor.post(visitor, conversation.externalId, draft)
      return (assert) => assertNotified(assert, ground, conversation, 'message')
    },
  },
  {
    kinds: ['visitor-push'],
    async make(ground) {
      const { world, bob, outside, widgets } = ground
      const { conversation, visitor } = await begin(ground, widgets.pushed, 'Vera')
      const { endpoint, keys } = outside.pushService.browser().subscription
      const subscription = { endpoint, ...keys }
      await world.chat.notifications.visitorBrowsers.add(widgets.pushed, visitor, subscription)
      await world.reply(conversation, bob, 'It is on its way')
      return async (assert) => {
        const { externalId } = conversation
        const about = outside.pushes.filter((push) => push.conversation === externalId)
        assert.lengthOf(new Set(about.map(({ topic, version }) => `${topic} ${version}`)), 1)
      }
    },
  },
  {
    kinds: ['planned-reply'],
    async make({ world, bob }, n) {
      const { conversation } = await world.chatting({ name: 'Vera' })
      const content = `Planned ${n}`
      const draft = { content, clientMessageId: randomUUID(), dueAt: IN_AN_HOUR() }
      await world.chat.planned.plan(conversation, bob, draft)
      return async (assert) => {
        const sent = await Message.query().where({ conversation_id: conversation.id, content })
        assert.lengthOf(sent, 1)
        assert.isEmpty(await PlannedReply.query().where('conversation_id', conversation.id))
      }
    },
  },
  {
    kinds: ['removed-files', 'unsent-file'],
    async make({ world, bob }) {
      const { chat, widget } = world
      const { visitor } = await world.guest({ name: 'Vera' })
      const { attachment: sent } = await chat.attachments.fromVisitor(visitor, widget, upload('a'))
      const { attachment: left } = await chat.attachments.fromVisitor(visitor, widget, upload('b'))
      const { conversation } = await chat.messages.visitor.start(widget, visitor, {
        content: 'Here',
        attachments: [sent.externalId],
        clientMessageId: randomUUID(),
      })
      await chat.conversations.removal.remove(conversation, bob)
      return async (assert) => {
        await assertGone(assert, sent)
        await assertGone(assert, left)
      }
    },
  },
  {
    kinds: ['erase-visitor'],
    async make({ world, bob }) {
      const { chat, widget } = world
      const { visitor, conversation } = await world.chatting({ name: 'Vera' })
      await world.reply(conversation, bob, 'Hi Vera')
      const { attachment } = await chat.attachments.fromVisitor(visitor, widget, upload('c'))
      await chat.messages.visitor.post(visitor, conversation.externalId, {
        content: 'Here',
        attachments: [attachment.externalId],
        clientMessageId: randomUUID(),
      })
      await world.reply(conversation, bob, 'Thank you')
      await lengthen(await world.stored(conversation), manyLines())
      await chat.visitors.recordPageView(visitor, { url: 'https://shop.example/', title: null })
      const written = await Message.query().where('conversation_id', conversation.id)
      const { id } = await chat.erasure.begin(visitor, bob)
      return async (assert) => {
        const erasure = await Erasure.findOrFail(id)
        assert.isNotNull(erasure.finishedAt)
        const { conversations, messages, files, pageViews } = erasure
        assert.deepEqual([conversations, messages, files, pageViews], [1, written.length, 1, 1])
        await assertGone(assert, attachment)
      }
    },
  },
  {
    kinds: ['retention', 'removed-conversation'],
    async make(ground, n) {
      const { world, bob, widgets } = ground
      const { conversation, visitor } = await begin(ground, widgets.kept, `Vera ${n}`)
      await lengthen(conversation, manyLines())
      await world.chat.conversations.close(await world.stored(conversation), bob)
      return async (assert) => {
        assert.isNull(await Conversation.find(conversation.id))
        assert.isNull(await Visitor.find(visitor.id))
        assert.isEmpty(await Message.query().where('conversation_id', conversation.id))
      }
    },
  },
]
