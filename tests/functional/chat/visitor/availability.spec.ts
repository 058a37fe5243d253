import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { WEEKDAYS, type BusinessHours } from '#chat/models/widget_values'
import { ChatWorld } from '#tests/helpers/chat_world'
import { openStream } from '#tests/helpers/visitor_stream'
import { serving } from '../routing/team.js'

/** Hours that begin and end so many minutes from now, today or through midnight. */
function hours(from: number, to: number): BusinessHours {
  const at = (minutes: number) => DateTime.utc().plus({ minutes }).toFormat('HH:mm')
  const day = { enabled: true, start: at(from), end: at(to) }
  return { timezone: 'UTC', ...Object.fromEntries(WEEKDAYS.map((each) => [each, day])) } as never
}

const minutesTo = (iso: string) => DateTime.fromISO(iso).diffNow('minutes').minutes

test.group('Whether the team is there', () => {
  test('is in the configuration, the session and every answer that a browser catches up by', async ({
    assert,
  }) => {
    const world = await ChatWorld.create({ businessHours: hours(-60, 60) })
    const { browser, conversation } = await world.chatting()
    const asked = async () => [
      (await browser.get('/config')).json,
      (await browser.post('/session')).json,
      (await browser.thread(conversation.externalId, '?after=1')).json,
    ]
    for (const { online, closes_at: closes } of await asked()) {
      assert.isFalse(online)
      assert.closeTo(minutesTo(closes), 60, 1.5)
    }
    await serving(world)
    for (const { online } of await asked()) assert.isTrue(online)
  })

  test('outside the hours says when it is back, agents or not', async ({ assert }) => {
    const world = await ChatWorld.create({ businessHours: hours(120, 180) })
    await serving(world)
    const { browser } = await world.guest()
    const { json } = await browser.post('/session')
    assert.isFalse(json.online)
    assert.isNull(json.closes_at)
    assert.closeTo(minutesTo(json.next_open_at), 120, 1.5)
  })

  test('and whether the agent who has joined is: in answers, and when they come or go', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { conversations } = world.chat
    const { presence } = world.chat.agents
    const anna = await world.agent('Anna')
    const { browser, conversation } = await world.chatting()
    const other = await world.chatting()
    await conversations.assign(conversation, anna, anna)
    await conversations.assign(other.conversation, anna, anna)
    await world.reply(conversation, anna)
    const seen = async () => {
      const { json } = await browser.thread(conversation.externalId)
      return json.conversation.agent_online
    }
    assert.isFalse(await seen())

    const [stream, stranger] = [await openStream(browser), await openStream(other.browser)]
    cleanup(() => [stream, stranger].forEach((each) => each.close()))
    await Promise.all([stream, stranger].map((each) => each.frame('chat.ready')))
    const says = (online: boolean) =>
      stream.frame(({ conversation: shown }) => shown?.agent_online === online, 2000)
    await presence.arrive(anna)
    await says(true)
    assert.isTrue(await seen())
    await presence.setIdle(anna, true)
    await says(false)
    assert.isFalse(await seen())
    await presence.choose(anna, 'busy')
    await presence.choose(anna, 'online')
    const states = () => stream.frames.flatMap(({ conversation: one }) => one?.agent_online ?? [])
    await stream.frame(() => states().length === 3)
    await world.reply(conversation, anna, 'Still here')
    await world.reply(other.conversation, anna)
    await stream.frame(({ message }) => message?.content === 'Still here')
    await stranger.frame('chat.message.sent')
    assert.deepEqual(states(), [true, false, true])
    assert.isTrue(stranger.frames.every(({ conversation: one }) => one?.agent_online === undefined))
  })
})
