import { test } from '@japa/runner'
import Lead from '#crm/models/lead'
import TimelineEntry from '#crm/models/timeline_entry'
import { ChatWorld } from '#tests/helpers/chat_world'

const leadsOf = (world: ChatWorld) => Lead.query().where('tenant_id', world.tenantId)

async function timelineOf(world: ChatWorld) {
  const entries = await TimelineEntry.query().where('tenant_id', world.tenantId).orderBy('id')
  return entries.map(({ event }) => event)
}

async function eventsOfLead(world: ChatWorld, leadId: string) {
  const entries = await TimelineEntry.query()
    .where({ tenant_id: world.tenantId, lead_id: leadId })
    .orderBy('id')
  return entries.map(({ event }) => event)
}

test.group('Conversations become leads', () => {
  test('with the person, the source, the transcript and the assignee as owner', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const [anna, bob] = [await world.agent('Anna'), await world.agent('Bob')]
    const { conversation } = await world.chatting({ name: 'Vera', email: 'vera@example.com' })
    await world.reply(conversation, anna, 'How can I help?')
    await world.reply(conversation, anna, 'She owes us money', true)
    const lead = await world.chat.crm.convertToLead(conversation, bob)

    const [made] = await leadsOf(world)
    const { leadId } = await world.stored(conversation)
    assert.equal(leadId, String(made.id))
    assert.equal(lead.number, 'LD-1001')
    assert.deepEqual([made.title, made.source], ['Chat with Vera', 'Chat'])
    assert.equal(String(made.ownerId), anna.userId)
    assert.isNotNull(made.personId)
    assert.include(made.description!, 'Vera: Hello')
    assert.include(made.description!, 'Anna: How can I help?')
    assert.notInclude(made.description!, 'owes us money')
  })

  test('also of a visitor who gave no name, whose lead has no person', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { conversation } = await world.chatting()
    await world.chat.crm.convertToLead(conversation, await world.agent(), 'Big order')
    const [made] = await leadsOf(world)
    assert.deepEqual([made.title, made.personId], ['Big order', null])
  })

  test('creates one lead when two agents convert concurrently', async ({ assert }) => {
    const world = await ChatWorld.create()
    const [anna, bob] = [await world.agent('Anna'), await world.agent('Bob')]
    const { conversation } = await world.chatting({ name: 'Vera' })
    const results = await Promise.allSettled([
      world.chat.crm.convertToLead(conversation, anna),
      world.chat.crm.convertToLead(conversation, bob),
    ])
    const refused = results.filter((result) => result.status === 'rejected')
    assert.lengthOf(refused, 1)
    assert.equal(refused[0].reason.code, 'E_CHAT_ALREADY_CONVERTED')
    assert.lengthOf(await leadsOf(world), 1)
  })

  test('while the visitor goes on writing', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    for (let round = 0; round < 5; round += 1) {
      const { browser, conversation } = await world.chatting({ name: 'Vera' })
      const [said] = await Promise.all([
        browser.start('One more thing'),
        world.chat.crm.convertToLead(conversation, agent),
        browser.say(conversation.externalId),
      ])
      assert.equal(said.status, 201)
    }
    assert.lengthOf(await leadsOf(world), 5)
  })

  test('whole or not at all', async ({ assert, cleanup }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const { conversation } = await world.chatting({ name: 'Vera' })
    const { recordTimeline } = world.chat.host
    cleanup(() => void Object.assign(world.chat.host, { recordTimeline }))
    world.chat.host.recordTimeline = (tenantId, entry, trx) =>
      entry.event === 'chat.converted'
        ? Promise.reject(new Error('The timeline is broken'))
        : recordTimeline(tenantId, entry, trx)

    await assert.rejects(() => world.chat.crm.convertToLead(conversation, agent))
    assert.isEmpty(await leadsOf(world))
    assert.isEmpty(await timelineOf(world))
    assert.isNull((await world.stored(conversation)).leadId)
  })

  test('a known person has each step on the timeline once', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const { conversation } = await world.chatting({ name: 'Vera' })
    const { conversations, crm } = world.chat
    await crm.promoteToPerson(conversation, agent)
    await crm.promoteToPerson(conversation, agent)
    await crm.convertToLead(conversation, agent)
    for (let round = 0; round < 2; round += 1) {
      await conversations.close(conversation, agent)
      await timelineSettles(world, 4)
      await conversations.reopen(conversation, agent)
    }
    await conversations.close(conversation, agent)
    assert.sameMembers(await timelineOf(world), [
      'chat.started',
      'chat.promoted',
      'chat.converted',
      'chat.closed',
    ])
  })

  test("the lead's own timeline has the whole conversation, whatever came first", async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const { conversations, crm } = world.chat
    const promotedFirst = await world.chatting({ name: 'Vera' })
    await crm.promoteToPerson(promotedFirst.conversation, agent)
    await conversations.close(promotedFirst.conversation, agent)
    await timelineSettles(world, 3)
    const ofVera = await crm.convertToLead(promotedFirst.conversation, agent)
    const nameless = await world.chatting()
    const ofNobody = await crm.convertToLead(nameless.conversation, agent)

    const whole = ['chat.started', 'chat.promoted', 'chat.closed', 'chat.converted']
    assert.sameMembers(await eventsOfLead(world, ofVera.id), whole)
    assert.sameMembers(await eventsOfLead(world, ofNobody.id), ['chat.started', 'chat.converted'])
    assert.lengthOf(await timelineOf(world), 6)
  })

  test('a conversation that had ended before the promotion is on the timeline as ended', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const { conversation } = await world.chatting({ name: 'Vera' })
    await world.chat.conversations.close(conversation, agent)
    await world.chat.crm.promoteToPerson(conversation, agent)
    await timelineSettles(world, 3)
    assert.sameMembers(await timelineOf(world), ['chat.started', 'chat.promoted', 'chat.closed'])
  })
})

/** Listeners write after the answer: waits until they have written this much, or long enough. */
async function timelineSettles(world: ChatWorld, entries: number) {
  const until = Date.now() + 2000
  while ((await timelineOf(world)).length < entries && Date.now() < until) {
    await new Promise((later) => setTimeout(later, 10))
  }
}
