import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { HostTransaction } from '#chat/contracts/crm_host'
import type { PersonDraft } from '#chat/contracts/host_records'
import Person from '#crm/models/person'
import { crmChatHost as host } from '#crm/services/crm_chat_host'
import { findPerson } from '#crm/services/people/find_people'
import { savePerson } from '#crm/services/people/save_person'
import { createUser, emptyCrm, personInput } from '#tests/functional/crm/support'

const NOTHING: PersonDraft = { name: null, email: null, phone: null, ownerId: null }

const within = <T>(work: (trx: HostTransaction) => Promise<T>) => db.transaction(work)
const create = (draft: Partial<PersonDraft>) =>
  within((trx) => host.createPerson('default', { ...NOTHING, ...draft }, trx))
const complete = (id: number, draft: Partial<PersonDraft>) =>
  within((trx) => host.completePerson('default', String(id), { ...NOTHING, ...draft }, trx))

test.group('Chat host | people', (group) => {
  group.each.setup(emptyCrm)

  test('a visitor becomes a person with name, address and number, subscribed to nothing', async ({
    assert,
  }) => {
    const owner = await createUser('employee')
    const created = await create({
      name: 'Jane van Doe',
      email: ' Jane@X.example ',
      phone: '+1 555',
      ownerId: String(owner.id),
    })
    assert.equal(created.name, 'Jane van Doe')
    assert.equal(created.email, 'Jane@X.example')

    const person = (await findPerson('default', created.id))!
    assert.equal(created.url, `/people/${person.id}`)
    assert.deepEqual([person.firstName, person.lastName], ['Jane', 'van Doe'])
    assert.equal(person.ownerId, owner.id)
    assert.isTrue(person.emails[0].isPrimary)
    assert.isFalse(person.emails[0].subscribed)
    assert.equal(person.phones[0].number, '+1 555')
  })

  test('of a visitor with only an address the local part becomes the name', async ({ assert }) => {
    const created = await create({ email: 'jane.doe@x.example' })
    assert.equal(created.name, 'jane.doe')
  })

  test('are found by any of their addresses, however it is written', async ({ assert }) => {
    const person = await savePerson(
      'default',
      personInput({
        emails: [
          { address: 'first@x.example', type: 'work', isPrimary: true },
          { address: 'Second@x.example', type: 'home', isPrimary: false },
        ],
      })
    )
    const found = await host.findPersonByEmail('default', '  sEcond@X.example ')
    assert.equal(found?.id, String(person.id))
    assert.equal(found?.email, 'first@x.example')
    assert.isNull(await host.findPersonByEmail('other', 'second@x.example'))
  })

  test('gain what they lack', async ({ assert }) => {
    const owner = await createUser('employee')
    const person = await savePerson('default', personInput({ firstName: 'Jane', lastName: null }))
    await complete(person.id, {
      name: 'Jane Doe',
      email: 'jane@x.example',
      phone: '+1 555',
      ownerId: String(owner.id),
    })
    const after = (await findPerson('default', person.id))!
    assert.equal(after.name, 'Jane Doe')
    assert.equal(after.ownerId, owner.id)
    assert.deepEqual(
      after.emails.map((row) => [row.address, row.isPrimary, row.subscribed]),
      [['jane@x.example', true, false]]
    )
    assert.lengthOf(after.phones, 1)
  })

  test('never lose what the CRM knows of them', async ({ assert }) => {
    const owner = await createUser('employee')
    const other = await createUser('manager')
    const person = await savePerson(
      'default',
      personInput({
        ownerId: owner.id,
        emails: [{ address: 'jane@x.example', type: 'work', isPrimary: true }],
        phones: [{ number: '+1 555', type: 'work', isPrimary: true }],
      })
    )
    await complete(person.id, {
      name: 'Somebody Else',
      email: 'JANE@x.example',
      phone: '+1-555',
      ownerId: String(other.id),
    })
    await complete(person.id, { name: 'Jane Else', email: 'new@x.example', phone: '+1 777' })

    const after = (await findPerson('default', person.id))!
    assert.equal(after.name, 'Jane Doe')
    assert.equal(after.ownerId, owner.id)
    assert.equal(after.email, 'jane@x.example')
    assert.deepEqual(
      after.emails.map((row) => [row.address, row.isPrimary]),
      [
        ['jane@x.example', true],
        ['new@x.example', false],
      ]
    )
    assert.deepEqual(
      after.phones.map((row) => [row.number, row.isPrimary]),
      [
        ['+1 555', true],
        ['+1 777', false],
      ]
    )
  })

  test('take part in the transaction of the chat', async ({ assert }) => {
    const failing = within(async (trx) => {
      await host.createPerson('default', { ...NOTHING, name: 'Gone' }, trx)
      throw new Error('rolled back')
    })
    await assert.rejects(() => failing, 'rolled back')
    assert.isNull(await Person.first())
  })

  test('are found in the transaction that created them', async ({ assert }) => {
    await within(async (trx) => {
      const draft = { ...NOTHING, name: 'Jane Doe', email: 'jane@x.example' }
      const created = await host.createPerson('default', draft, trx)
      assert.deepEqual(await host.findPerson('default', created.id, trx), created)
      assert.deepEqual(await host.findPersonByEmail('default', 'JANE@x.example', trx), created)
    })
  })

  test('are created once when several visitors with one address are promoted together', async ({
    assert,
  }) => {
    const promote = () =>
      within(async (trx) => {
        /** As the chat does: its own reads come first and fix what a plain read sees from then on. */
        await trx.from('users').count('* as users')
        const draft = { ...NOTHING, name: 'Jane Doe', email: 'jane@x.example' }
        const known = await host.findPersonByEmail('default', 'jane@x.example', trx)
        return known
          ? host.completePerson('default', known.id, draft, trx)
          : host.createPerson('default', draft, trx)
      })
    const promoted = await Promise.all(Array.from({ length: 6 }, promote))
    assert.lengthOf(await Person.all(), 1)
    assert.lengthOf(new Set(promoted.map((person) => person.id)), 1)
  })

  test('of another tenant are neither found nor completed', async ({ assert }) => {
    const stranger = await savePerson('other', personInput())
    assert.isNull(await host.findPerson('default', String(stranger.id)))
    await assert.rejects(() => complete(stranger.id, { name: 'Jane' }))
  })

  test('are not found by what only begins like an id', async ({ assert }) => {
    const person = await savePerson('default', personInput())
    assert.isNull(await host.findPerson('default', `${person.id}abc`))
    assert.isNull(await host.findPerson('default', 'nonsense'))
  })
})
