import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import type { HostTransaction } from '#chat/contracts/crm_host'
import Lead from '#crm/models/lead'
import { savePerson } from '#crm/services/people/save_person'
import { crmChatHost as host } from '#crm/services/crm_chat_host'
import { saveSettings } from '#crm/services/settings'
import { timelineOf } from '#crm/services/timeline'
import { createUser, emptyCrm, personInput } from '#tests/functional/crm/support'

const within = <T>(work: (trx: HostTransaction) => Promise<T>) => db.transaction(work)

test.group('Chat host | leads and timeline', (group) => {
  group.each.setup(emptyCrm)

  const draft = { title: 'Asked for an offer', description: 'Transcript', source: 'Chat' }

  test('a conversation becomes a lead in the first stage and the company’s currency', async ({
    assert,
  }) => {
    await saveSettings('default', { companyName: 'Acme', currency: 'CHF', timeZone: 'UTC' })
    const person = await savePerson('default', personInput())
    const created = await within((trx) =>
      host.createLead('default', { ...draft, personId: String(person.id), ownerId: null }, trx)
    )
    assert.equal(created.number, 'LD-1001')

    const lead = await Lead.query().preload('stage').firstOrFail()
    assert.equal(created.url, `/leads/${lead.id}`)
    assert.equal(lead.stage.name, 'New')
    assert.deepEqual(
      [lead.currency, lead.source, lead.description, lead.personId],
      ['CHF', 'Chat', 'Transcript', person.id]
    )
    assert.deepEqual(await host.findLead('default', created.id), created)
    assert.isNull(await host.findLead('other', created.id))
  })

  test('a lead that was rolled back gives its number back', async ({ assert }) => {
    const failing = within(async (trx) => {
      await host.createLead('default', { ...draft, personId: null, ownerId: null }, trx)
      throw new Error('rolled back')
    })
    await assert.rejects(() => failing)
    const lead = await within((trx) =>
      host.createLead('default', { ...draft, personId: null, ownerId: null }, trx)
    )
    assert.equal(lead.number, 'LD-1001')
  })

  test('an entry is kept once per key and tenant, also within a transaction', async ({
    assert,
  }) => {
    const person = await savePerson('default', personInput())
    const entry = {
      key: 'chat.started:1',
      personId: String(person.id),
      leadId: null,
      actorId: null,
      event: 'chat.started' as const,
      title: 'Chat C1001 started',
      description: null,
      url: '/chat/1',
      occurredAt: new Date('2026-01-02T03:04:05Z'),
    }
    await host.recordTimeline('default', entry)
    await host.recordTimeline('default', { ...entry, title: 'Another title' })
    await within((trx) => host.recordTimeline('default', entry, trx))

    const entries = await timelineOf('default', { personId: person.id })
    assert.lengthOf(entries, 1)
    assert.equal(entries[0].title, 'Chat C1001 started')
    assert.equal(entries[0].occurredAt.toISO(), '2026-01-02T03:04:05.000Z')
  })
})

test.group('Chat host | users', (group) => {
  group.each.setup(emptyCrm)

  test('conversations go to active users of the tenant, by name', async ({ assert }) => {
    await createUser('employee', { fullName: 'Zoe' })
    await createUser('admin', { fullName: 'Alex' })
    await createUser('manager', { fullName: 'Gone', isActive: false })
    await createUser('owner', { fullName: 'Stranger', tenantId: 'other' })
    const users = await host.assignableUsers('default')
    assert.deepEqual(
      users.map((user) => user.name),
      ['Alex', 'Zoe']
    )
  })

  test('hold the permissions of their role', async ({ assert }) => {
    const employee = await createUser('employee')
    const user = (await host.findUser('default', String(employee.id)))!
    assert.isTrue(await host.can(user, 'reply chat'))
    assert.isFalse(await host.can(user, 'manage chat'))
    assert.isTrue(await host.can({ ...user }, 'view chat'))
    assert.isNull(await host.findUser('other', user.id))
  })

  test('a request without a session has no user', async ({ assert }) => {
    const ctx = await testUtils.createHttpContext()
    assert.isNull(host.currentUser(ctx))
    assert.equal(host.tenantOf(ctx), 'default')
  })
})
