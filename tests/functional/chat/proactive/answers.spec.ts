import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import Conversation from '#chat/models/conversation'
import ProactiveCount from '#chat/models/proactive_count'
import Visitor from '#chat/models/visitor'
import TimelineEntry from '#crm/models/timeline_entry'
import { asSent } from '#tests/helpers/as_sent'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ownServer, WidgetClient } from '#tests/helpers/widget_client'
import { soon } from '../routing/team.js'
import { addRule } from './rule.js'

const LOADER_LIMIT = 2500

const figures = async ({ chat, tenantId }: ChatWorld, rule: Awaited<ReturnType<typeof addRule>>) =>
  (await chat.proactive.counts.sums(tenantId, [rule])).get(rule.id)!

const loaderOf = ({ widget }: ChatWorld) => asSent(`${ownServer()}/p/chat/${widget.publicKey}.js`)

test.group('Proactive messages (W15)', () => {
  test('only a loader with active messages asks for the second stage, and stays within 2.5 KB', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    assert.notInclude((await loaderOf(world)).text, 'rules.js')
    const rule = await addRule(world)
    const loader = await loaderOf(world)
    assert.include(loader.text, `/api/widget/${world.widget.publicKey}/rules.js`)
    assert.isAtMost(loader.bytes, LOADER_LIMIT)
    await world.chat.proactive.update(rule, { isActive: false }, null)
    assert.notInclude((await loaderOf(world)).text, 'rules.js')
  })

  test('the second stage carries texts and conditions, and nothing of how they are used', async ({
    assert,
  }) => {
    const world = await ChatWorld.create({ welcomeTitle: 'Velo Atelier' })
    const rule = await addRule(world, {
      message: '</script> & help?',
      secondsOnPage: 30,
      pagePattern: '/pricing*',
    })
    await addRule(world, { message: 'Not on', isActive: false })
    const { status, text, headers } = await asSent(
      `${ownServer()}/api/widget/${world.widget.publicKey}/rules.js`
    )
    assert.equal(status, 200)
    assert.match(String(headers['content-type']), /javascript/)
    assert.include(text, rule.externalId)
    assert.include(text, String.raw`\u003c/script> & help?`)
    assert.include(text, 'Velo Atelier')
    assert.include(text, '/pricing*')
    for (const inside of ['</script>', 'Not on', world.tenantId, '"Help"']) {
      assert.notInclude(text, inside)
    }
  })

  test('nothing is stored of a visitor until they answer; then the message stands before theirs', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const rule = await addRule(world, { senderName: 'Mia' })
    const anybody = new WidgetClient(world.widget.publicKey)
    for (const event of ['shown', 'shown', 'dismissed']) {
      assert.equal((await anybody.post(`/rules/${rule.externalId}/${event}`)).status, 204)
    }
    assert.deepEqual(await figures(world, rule), { shown: 2, dismissed: 1, answered: 0 })
    assert.lengthOf(await Visitor.query().where('tenant_id', world.tenantId), 0)

    const { browser } = await world.guest()
    const id = randomUUID()
    const first = await browser.start('Yes, please', id, { answers: rule.externalId })
    assert.equal(first.status, 201)
    assert.deepEqual(
      first.json.messages.map((each: any) => [each.sender_type, each.sender_name, each.content]),
      [
        ['bot', 'Mia', 'Need help choosing?'],
        ['visitor', first.json.messages[1].sender_name, 'Yes, please'],
      ]
    )
    assert.isNull(first.json.messages[0].metadata)
    // The same message again, as after a lost answer
    assert.equal((await browser.start('Yes, please', id, { answers: rule.externalId })).status, 200)
    assert.deepEqual(await figures(world, rule), { shown: 2, dismissed: 1, answered: 1 })
    const conversation = await world.onlyConversation()
    assert.equal(conversation.lastMessage, 'Yes, please')
    assert.equal(conversation.agentUnreadCount, 1)
    assert.isNull(conversation.firstResponseAt)
  })

  test('an unknown, foreign or deleted message is none, and a conversation begins all the same', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const other = await ChatWorld.create()
    const foreign = await addRule(other)
    const gone = await addRule(world)
    await world.chat.proactive.remove(gone, null)
    for (const rule of [foreign.externalId, gone.externalId, randomUUID()]) {
      const { browser } = await world.guest()
      assert.equal((await browser.post(`/rules/${rule}/shown`)).status, 204)
      const { status, json } = await browser.start('Hello', randomUUID(), { answers: rule })
      assert.equal(status, 201)
      assert.lengthOf(json.messages, 1)
    }
    assert.deepEqual(await figures(other, foreign), { shown: 0, dismissed: 0, answered: 0 })
    const { browser } = await world.guest()
    assert.equal((await browser.start('Hello', randomUUID(), { answers: 'x' })).status, 422)
  })

  test('in a conversation that goes on the message is not repeated', async ({ assert }) => {
    const world = await ChatWorld.create()
    const rule = await addRule(world)
    const { browser } = await world.chatting()
    const { json } = await browser.start('Again', randomUUID(), { answers: rule.externalId })
    assert.deepEqual(
      json.messages.map(({ sender_type: by }: any) => by),
      ['visitor', 'visitor']
    )
  })

  test('a conversation that begins with an answer is on the timeline of its person', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const rule = await addRule(world)
    const agent = await world.agent()
    const { visitor, conversation: first } = await world.chatting({ name: 'Vera' })
    await world.chat.crm.promoteToPerson(first, agent)
    await world.chat.conversations.close(await world.stored(first), agent)
    await Conversation.query().where('id', first.id).update({ closed_at: '2020-01-01 00:00:00' })
    const draft = { content: 'Yes, please', clientMessageId: randomUUID() }
    const answers = rule.externalId
    const { visitor: messages } = world.chat.messages
    await visitor.refresh()
    const { conversation } = await messages.start(world.widget, visitor, draft, { answers })
    assert.notEqual(conversation.id, first.id)
    const key = `chat.started:${conversation.externalId}`
    await soon(async () => (await TimelineEntry.findBy('unique_key', key)) !== null, 4000)
  })

  test('fifty events at a time are one row of the day', async ({ assert }) => {
    const world = await ChatWorld.create()
    const rule = await addRule(world)
    const { counts } = world.chat.proactive
    await Promise.all(Array.from({ length: 50 }, () => counts.add(rule, 'shown')))
    const rows = await ProactiveCount.query().where('rule_id', rule.id)
    assert.lengthOf(rows, 1)
    assert.equal(rows[0].shown, 50)
  })

  test('counts of an address end at the limit, without an error', async ({ assert }) => {
    const world = await ChatWorld.create()
    const rule = await addRule(world)
    const { requests } = world.chat.config.limits.proactivePerIp
    const one = new WidgetClient(world.widget.publicKey).with({
      headers: { 'X-Forwarded-For': '203.0.113.77' },
    })
    for (let sent = 0; sent < requests + 5; sent += 1) {
      assert.equal((await one.post(`/rules/${rule.externalId}/shown`)).status, 204)
    }
    assert.equal((await figures(world, rule)).shown, requests)
  })
})
