import { test } from '@japa/runner'
import Person from '#crm/models/person'
import { findPerson } from '#crm/services/people/find_people'
import { savePerson } from '#crm/services/people/save_person'
import { createLead } from '#crm/services/leads/save_lead'
import { labelsOf } from '#crm/services/labels'
import { recordEntry, timelineOf } from '#crm/services/timeline'
import { createUser, emptyCrm, leadInput, personInput } from '#tests/functional/crm/support'

const email = (address: string, isPrimary = false) => ({ address, type: 'work', isPrimary })

test.group('People', (group) => {
  group.each.setup(emptyCrm)

  test('are created with their addresses, numbers, labels and owner', async ({
    client,
    assert,
  }) => {
    const user = await createUser('employee')
    const [hot] = await labelsOf('default')
    await client
      .post('/people')
      .loginAs(user)
      .withCsrfToken()
      .form({
        'first_name': 'Ada',
        'last_name': 'Lovelace',
        'owner_id': user.id,
        'labels[]': hot.id,
        'emails[0][address]': 'ada@work.example',
        'emails[0][type]': 'work',
        'emails[1][address]': 'Ada@Home.example',
        'emails[1][type]': 'home',
        'primary_email': 1,
        'phones[0][number]': '+44 20 5550 100',
        'phones[0][type]': 'mobile',
        'phones[1][number]': '',
        'phones[1][type]': 'mobile',
      })
      .redirects(0)

    const created = await Person.firstOrFail()
    const person = (await findPerson('default', created.id))!
    assert.equal(person.name, 'Ada Lovelace')
    assert.equal(person.email, 'Ada@Home.example')
    assert.deepEqual(person.emails.map((row) => row.normalized).sort(), [
      'ada@home.example',
      'ada@work.example',
    ])
    assert.isFalse(person.emails.some((row) => row.subscribed))
    assert.lengthOf(person.phones, 1)
    assert.deepEqual(
      person.labels.map((label) => label.name),
      ['Hot']
    )
    assert.equal(person.ownerId, user.id)
  })

  test('keep a subscription when other things about them change', async ({ client, assert }) => {
    const user = await createUser('employee')
    const person = await savePerson('default', personInput({ emails: [email('jane@x.example')] }))
    await person.load('emails')
    await person.emails[0].merge({ subscribed: true }).save()

    await client
      .put(person.url)
      .loginAs(user)
      .withCsrfToken()
      .form({
        'first_name': 'Janet',
        'emails[0][address]': 'jane@x.example',
        'emails[0][type]': 'home',
        'emails[1][address]': 'new@x.example',
        'emails[1][type]': 'work',
      })
      .redirects(0)

    const changed = (await findPerson('default', person.id))!
    assert.equal(changed.firstName, 'Janet')
    assert.isNull(changed.lastName)
    assert.deepEqual(
      changed.emails.map((row) => [row.address, row.type, row.subscribed, row.isPrimary]),
      [
        ['jane@x.example', 'home', true, true],
        ['new@x.example', 'work', false, false],
      ]
    )
  })

  test('are found by name and by any of their addresses, wildcards taken literally', async ({
    client,
    assert,
  }) => {
    const user = await createUser('employee')
    await savePerson('default', personInput({ emails: [email('jane@x.example')] }))
    await savePerson(
      'default',
      personInput({ firstName: 'Tom', lastName: 'Hundred%', emails: [email('tom@second.example')] })
    )
    const found = async (q: string) => {
      const response = await client.get('/people').qs({ q }).loginAs(user)
      return ['Jane Doe', 'Tom Hundred%'].filter((name) => response.text().includes(name))
    }
    assert.deepEqual(await found('jane doe'), ['Jane Doe'])
    assert.deepEqual(await found('SECOND.example'), ['Tom Hundred%'])
    assert.deepEqual(await found('%'), ['Tom Hundred%'])
    assert.deepEqual(await found('nobody'), [])
  })

  test('of another tenant do not exist', async ({ client, assert }) => {
    const user = await createUser('owner')
    const stranger = await savePerson('other', personInput({ firstName: 'Stranger' }))
    for (const request of [
      client.get(stranger.url),
      client.get(`${stranger.url}/edit`),
      client.put(stranger.url).form({ first_name: 'Mine' }),
      client.delete(stranger.url),
      client.post(`${stranger.url}/notes`).form({ note: 'hello' }),
    ]) {
      const response = await request.loginAs(user).withCsrfToken()
      response.assertStatus(404)
    }
    const list = await client.get('/people').loginAs(user)
    assert.notInclude(list.text(), 'Stranger')
    await stranger.refresh()
    assert.equal(stranger.firstName, 'Stranger')
  })

  test('show what was typed as text, never as markup', async ({ client, assert }) => {
    const user = await createUser('employee')
    const person = await savePerson('default', personInput({ firstName: '<b>Bold</b>' }))
    await recordEntry('default', {
      personId: person.id,
      event: 'note',
      title: '<i>note</i>',
      url: 'javascript:alert(1)',
    })
    const response = await client.get(person.url).loginAs(user)
    assert.notInclude(response.text(), '<b>Bold</b>')
    assert.notInclude(response.text(), '<i>note</i>')
    assert.notInclude(response.text(), 'javascript:')
  })

  test('are refused without a name or with half an address, field by field', async ({ client }) => {
    const user = await createUser('employee')
    const response = await client
      .post('/people')
      .loginAs(user)
      .withCsrfToken()
      .accept('json')
      .json({ first_name: ' ', emails: [{ address: 'half@', type: 'work' }] })
    response.assertStatus(422)
    response.assertBodyContains({
      errors: [
        { field: 'first_name', rule: 'required' },
        { field: 'emails.0.address', rule: 'email' },
      ],
    })
  })

  test('carry a timeline, newest first, to which users add notes', async ({ client, assert }) => {
    const user = await createUser('employee')
    const person = await savePerson('default', personInput())
    await recordEntry('default', {
      personId: person.id,
      event: 'note',
      title: 'Old',
      occurredAt: new Date('2020-01-01T10:00:00Z'),
    })
    await client
      .post(`${person.url}/notes`)
      .loginAs(user)
      .withCsrfToken()
      .form({ note: 'Call her on Monday' })
      .redirects(0)

    const [newest, oldest] = await timelineOf('default', { personId: person.id })
    assert.equal(newest.description, 'Call her on Monday')
    assert.equal(newest.actorId, user.id)
    assert.equal(oldest.occurredAt.toUTC().toISO(), '2020-01-01T10:00:00.000Z')
  })

  test('leave their leads and those leads’ timelines behind when deleted', async ({
    client,
    assert,
  }) => {
    const user = await createUser('manager')
    const person = await savePerson('default', personInput({ emails: [email('jane@x.example')] }))
    const lead = await createLead('default', leadInput({ personId: person.id }))
    await recordEntry('default', {
      personId: person.id,
      leadId: lead.id,
      event: 'lead.created',
      title: 'Created',
    })
    await client.delete(person.url).loginAs(user).withCsrfToken().redirects(0)

    assert.isNull(await Person.find(person.id))
    await lead.refresh()
    assert.isNull(lead.personId)
    assert.lengthOf(await timelineOf('default', { leadId: lead.id }), 1)
  })

  test('come in pages', async ({ client, assert }) => {
    const user = await createUser('employee')
    for (let index = 10; index < 40; index += 1) {
      await savePerson('default', personInput({ firstName: `Person${index}` }))
    }
    const second = await client.get('/people?page=2').loginAs(user)
    assert.include(second.text(), 'Person39')
    assert.notInclude(second.text(), 'Person10')
  })
})
