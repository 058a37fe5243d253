import { test } from '@japa/runner'
import { RecordPanelBuilder } from '#chat/presenters/record_panel'
import { ChatWorld } from '#tests/helpers/chat_world'

test.group('The conversations on a record’s page', () => {
  test('shows the conversations of the person, lead or ticket, and no others', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const agent = await world.agent()
    const { conversation } = await world.chatting({ name: 'Jane', email: 'jane@example.org' })
    await world.chatting({ name: 'John', email: 'john@example.org' })
    const person = await world.chat.crm.promoteToPerson(conversation, agent)
    const lead = await world.chat.crm.convertToLead(conversation, agent)
    const ticket = await world.chat.crm.createTicket(conversation, agent)
    await world.reply(conversation, agent, 'Hello Jane')

    const panel = new RecordPanelBuilder(world.chat)
    const viewerId = agent.userId
    const records = [{ personId: person.id }, { leadId: lead.id }, { ticketId: ticket.id }]
    for (const record of records) {
      const state = await panel.state({ tenantId: world.tenantId, viewerId, ...record })
      assert.lengthOf(state!.rows, 1)
      assert.containsSubset(state!.rows[0], {
        url: `/chat/${conversation.externalId}`,
        number: conversation.displayNumber,
        status: 'waiting',
        statusLabel: 'Awaiting visitor',
        preview: 'Hello Jane',
        isOwn: true,
      })
    }
  })

  test('a record without conversations, or of another tenant, has no panel', async ({ assert }) => {
    const [mine, theirs] = [await ChatWorld.create(), await ChatWorld.create()]
    const { conversation } = await theirs.chatting({ name: 'Jane', email: 'jane@example.org' })
    const person = await theirs.chat.crm.promoteToPerson(conversation, await theirs.agent())
    const panel = new RecordPanelBuilder(mine.chat)
    const viewer = { tenantId: mine.tenantId, viewerId: String((await mine.user()).id) }
    assert.isNull(await panel.state({ ...viewer, personId: person.id }))
    assert.isNull(await panel.state({ ...viewer, personId: '999999' }))
  })

  test('the person’s page shows it, with what visitors wrote as text', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { visitor, conversation, browser } = await world.chatting({ name: '<i>Eve</i>' })
    await browser.say(conversation.externalId, '<script>alert(1)</script>')
    const agent = await world.agent()
    const person = await world.chat.crm.promoteToPerson(conversation, agent)
    await world.reply(conversation, agent, 'Hello Eve')
    const page = await client.get(person.url).loginAs(await world.user('owner'))
    page.assertStatus(200)
    assert.include(page.text(), conversation.displayNumber)
    assert.include(page.text(), `/chat/${conversation.externalId}`)
    assert.include(page.text(), '>Awaiting visitor<')
    assert.notInclude(page.text(), '<script>alert')
    assert.isNotNull(visitor)
  })
})
