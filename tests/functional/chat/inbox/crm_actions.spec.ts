import { test } from '@japa/runner'
import { errors } from '@vinejs/vine'
import Ticket from '#crm/models/ticket'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'

test.group('From the inbox to the CRM', () => {
  test('a ticket is offered where the CRM keeps tickets, and linked once it is there', async ({
    client,
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const { conversation } = await world.chatting({ name: 'Jane' })
    const path = `/${conversation.externalId}`
    const card = async () => (await inbox.ask(`${path}/context`)).body().context as string
    assert.include(await card(), 'data-act="ticket"')

    const { findTicket, createTicket } = world.chat.host
    const restore = () => void Object.assign(world.chat.host, { findTicket, createTicket })
    cleanup(restore)
    Object.assign(world.chat.host, { findTicket: undefined, createTicket: undefined })
    assert.notInclude(await card(), 'Ticket')
    restore()

    const made = await inbox.send(`${path}/ticket`, { title: 'Refund <now>' })
    made.assertStatus(200)
    const { id, number, url } = made.body().ticket
    const html = await card()
    assert.include(html, `href="${url}" title="Refund &lt;now&gt;">${number}`)
    assert.notInclude(html, 'data-act="ticket"')
    await Ticket.query().where('id', id).delete()
    assert.match(await card(), /Ticket<\/span><span[^>]*>No longer in the CRM/)
  })

  test('what the host refuses is said in the host’s words, with a script and without', async ({
    client,
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const { conversation } = await world.chatting({ name: 'Jane' })
    const { createTicket } = world.chat.host
    cleanup(() => void Object.assign(world.chat.host, { createTicket }))
    const message = 'A ticket needs a product'
    world.chat.host.createTicket = async () => {
      throw new errors.E_VALIDATION_ERROR([{ field: 'product', rule: 'required', message }])
    }

    const path = `/${conversation.externalId}/ticket`
    const refused = await inbox.send(path)
    refused.assertStatus(422)
    assert.equal(refused.body().errors[0].message, message)
    const page = await inbox.submit(path)
    page.assertStatus(302)
    assert.equal(page.flashMessage('chatNotice'), message)
    assert.isNull((await world.stored(conversation)).ticketId)
  })

  test('promote makes a person, convert a lead, and the page links both', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const { conversation } = await world.chatting({ name: 'Jane Doe', email: 'jane@x.example' })
    const page = async () => (await inbox.ask(`/${conversation.externalId}/context`)).body().context
    assert.include(await page(), 'Not in the CRM yet')

    const promoted = await inbox.send(`/${conversation.externalId}/promote`)
    promoted.assertStatus(200)
    assert.include(await page(), `href="${promoted.body().person.url}"`)

    const path = `/${conversation.externalId}/convert`
    const converted = await inbox.send(path, { title: 'Big <deal>' })
    converted.assertStatus(200)
    assert.include(await page(), `href="${converted.body().lead.url}"`)
    const lead = await world.chat.host.findLead(world.tenantId, converted.body().lead.id)
    assert.equal(lead!.title, 'Big <deal>')
    const twice = await inbox.send(path)
    twice.assertStatus(409)
  })

  test('a known address is a suggestion, and nothing is linked before an agent decides', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const first = await world.chatting({ name: 'Jane Doe', email: 'jane@x.example' })
    await inbox.send(`/${first.conversation.externalId}/promote`)

    const second = await world.chatting({ email: 'JANE@x.example', phone: '+47 66 66 66 66' })
    const path = `/${second.conversation.externalId}`
    const card = async () => (await inbox.ask(`${path}/context`)).body().context as string
    const before = await card()
    assert.match(before, /Possible match:\s*<a[^>]*>Jane Doe/)
    // For the visitor themselves, with a lead and with a ticket
    assert.lengthOf(before.match(/Link to Jane Doe/g)!, 3)
    assert.lengthOf(before.match(/Create a new person/g)!, 3)
    const undecided = await inbox.send(`${path}/promote`)
    undecided.assertStatus(409)
    assert.equal(undecided.body().errors[0].code, 'E_CHAT_PERSON_UNDECIDED')
    assert.isNull((await world.stored(second.conversation)).visitor.personId)

    for (const person of ['jane', 'link:', ['new'], { id: 1 }]) {
      const answer = await inbox.send(`${path}/convert`, { person })
      answer.assertStatus(422)
    }
    const [, decision] = before.match(/name="person" value="(link:\d+)"/)!
    const linked = await inbox.submit(`${path}/convert`, { title: 'Deal', person: decision })
    linked.assertStatus(302)
    assert.equal(`link:${(await world.stored(second.conversation)).visitor.personId}`, decision)
    const after = await card()
    assert.match(after, /Person<\/span><a[^>]*>Jane Doe/)
    assert.notInclude(after, 'Possible match')
  })

  test('a visitor who gave no name cannot be promoted, and the page says so', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const { conversation } = await world.chatting()
    const { context } = (await inbox.ask(`/${conversation.externalId}/context`)).body()
    assert.notInclude(context, 'data-act="promote"')
    const answer = await inbox.send(`/${conversation.externalId}/promote`)
    answer.assertStatus(422)
    assert.equal(answer.body().errors[0].code, 'E_CHAT_NOTHING_TO_PROMOTE')
  })
})
