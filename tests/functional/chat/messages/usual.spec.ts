import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import emitter from '@adonisjs/core/services/emitter'
import Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import { agentFrame } from '#chat/transformers/agent_view'
import { visitorConversation } from '#chat/transformers/visitor_view'
import { ChatWorld } from '#tests/helpers/chat_world'
import { statementsOf } from '#tests/helpers/statements'

type Turn = 'visitor' | 'reply' | 'note'

const TURNS: Turn[] = [
  'visitor',
  'visitor',
  'reply',
  'reply',
  'visitor',
  'note',
  'visitor',
  'reply',
  'visitor',
]

/** What is different with every conversation. */
const OWN = /(^|_)(id|uuid)$|Id$|number|is_labelled|_key$|tenant|name|_seconds$/

/** Values that two conversations can be compared by: of what is their own, only whether it is there. */
function comparable(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => comparable(each))
  if (value === null || typeof value !== 'object' || value instanceof Date) {
    const isOwn = OWN.test(key) || value instanceof Date || /^\d{4}-\d\d-\d\d/.test(`${value}`)
    return isOwn ? value !== null : value
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, comparable(each, name)])
  )
}

/** The same talk, whose conversation was labelled before so that every message goes the long way, or was not. */
async function talk(isLabelled: boolean, turns: Turn[]) {
  const world = await ChatWorld.create()
  const agent = await world.agent()
  const { visitor, conversation } = await world.chatting()
  await world.reply(conversation, agent, 'The first one takes it on')
  await Conversation.query().where('id', conversation.id).update({ is_labelled: isLabelled })

  const events: unknown[] = []
  const isOurs = ({ id }: { id: number }) => id === conversation.id
  const offs = [
    emitter.on('chat.message.sent', ({ conversation: of, message }) => {
      if (isOurs(of)) events.push(['sent', agentFrame(of, message), visitorConversation(of)])
    }),
    emitter.on(
      'chat.conversation.updated',
      ({ conversation: of, message, visitorSees, before }) => {
        if (isOurs(of)) events.push(['updated', agentFrame(of, message), visitorSees, before])
      }
    ),
  ]
  for (const [index, turn] of turns.entries()) {
    const draft = { content: `${turn} ${index}`, clientMessageId: randomUUID() }
    if (turn === 'visitor') {
      await world.chat.messages.visitor.post(visitor, conversation.externalId, draft)
    } else await world.reply(conversation, agent, draft.content, turn === 'note')
  }
  for (const off of offs) off()

  const stored = await Conversation.query().where('id', conversation.id).pojo()
  const messages = await Message.query()
    .where('conversation_id', conversation.id)
    .orderBy('seq')
    .pojo()
  const counts = await Agent.query().where('id', agent.id).pojo()
  return comparable({ events, stored, messages, counts })
}

test.group('The short way of a usual message', () => {
  test('leaves the rows and events of the long way, whether visitor or agent writes last')
    .with([TURNS, [...TURNS, 'reply']] as Turn[][])
    .run(async ({ assert }, turns) => {
      const [short, long] = [await talk(false, turns), await talk(true, turns)]
      assert.deepEqual(short, long)
    })

  test('is left for every other case', async ({ assert }) => {
    const world = await ChatWorld.create()
    const [anna, bob] = [await world.agent('Anna'), await world.agent('Bob')]
    const { browser, conversation } = await world.chatting()
    const reading = /^select .*conversations.*(visitor_id|external_id)/is
    const lookups = async (work: () => Promise<unknown>) => {
      const statements = await statementsOf(work)
      return statements.filter(({ sql }) => reading.test(sql)).length
    }
    await world.reply(conversation, anna, 'Anna has it')
    assert.equal(await lookups(() => browser.say(conversation.externalId)), 1)
    await world.chat.conversations.archive(await world.stored(conversation), anna)
    assert.isAbove(await lookups(() => browser.say(conversation.externalId)), 1)
    const { folder } = await world.stored(conversation)
    assert.equal(folder, 'open')

    await world.reply(conversation, bob, 'Bob says something, too')
    const { agentId, lastSeq } = await world.stored(conversation)
    assert.equal(agentId, anna.id)
    const seen = { content: 'Late', clientMessageId: randomUUID(), seenSeq: lastSeq - 1 }
    await assert.rejects(
      () => world.chat.messages.agent.post(conversation, anna, seen),
      /new messages/
    )
  })
})
