import { test } from '@japa/runner'
import Lead from '#crm/models/lead'
import { stagesOf } from '#crm/services/leads/pipeline'
import { createLead } from '#crm/services/leads/save_lead'
import { savePerson } from '#crm/services/people/save_person'
import { timelineOf } from '#crm/services/timeline'
import { createUser, emptyCrm, leadInput, personInput } from '#tests/functional/crm/support'

test.group('Leads', (group) => {
  group.each.setup(emptyCrm)

  test('are created in the first stage with the value in minor units', async ({
    client,
    assert,
  }) => {
    const user = await createUser('employee')
    const person = await savePerson('default', personInput())
    await client
      .post('/leads')
      .loginAs(user)
      .withCsrfToken()
      .form({ title: 'Shop', amount: '1234.56', currency: 'EUR', person_id: person.id })
      .redirects(0)

    const lead = await Lead.query().preload('stage').firstOrFail()
    assert.equal(lead.reference, 'LD-1001')
    assert.equal(lead.amount, 123_456)
    assert.equal(lead.stage.name, 'New')
    assert.equal(lead.personId, person.id)

    const page = await client.get(lead.url).loginAs(user)
    assert.include(page.text(), '€1,234.56')
    assert.include(page.text(), 'Jane Doe')
  })

  test('are found by any case, and keep no NUL of what was typed', async ({ client, assert }) => {
    const user = await createUser('employee')
    const form = { title: 'Big\0 Deal', amount: '1', currency: 'EUR' }
    await client.post('/leads').loginAs(user).withCsrfToken().form(form).redirects(0)
    assert.equal((await Lead.firstOrFail()).title, 'Big Deal')
    for (const q of ['bIG d', 'DEAL', 'd\0']) {
      const page = await client.get('/leads').qs({ q }).loginAs(user)
      page.assertStatus(200)
      assert[q.includes('\0') ? 'notInclude' : 'include'](page.text(), '>Big Deal<', q)
    }
  })

  test('a currency without minor units is kept and shown whole', async ({ client, assert }) => {
    const user = await createUser('employee')
    await client
      .post('/leads')
      .loginAs(user)
      .withCsrfToken()
      .form({ title: 'Tokyo', amount: '4500', currency: 'JPY' })
      .redirects(0)
    const lead = await Lead.firstOrFail()
    assert.equal(lead.amount, 4500)
    const page = await client.get('/leads').loginAs(user)
    assert.include(page.text(), '¥4,500')
  })

  test('get numbers without duplicates or gaps when twenty are created concurrently', async ({
    assert,
  }) => {
    const leads = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        createLead('default', leadInput({ title: `Lead ${index}` }))
      )
    )
    const numbers = leads.map((lead) => lead.number).sort((left, right) => left - right)
    assert.deepEqual(
      numbers,
      Array.from({ length: 20 }, (_, index) => 1001 + index)
    )
  })

  test('are numbered per tenant', async ({ assert }) => {
    await createLead('default', leadInput())
    const theirs = await createLead('other', leadInput())
    assert.equal(theirs.number, 1001)
  })

  test('move to another stage by a form, recorded on the timeline', async ({ client, assert }) => {
    const user = await createUser('employee')
    const lead = await createLead('default', leadInput())
    const stages = await stagesOf('default')
    const won = stages.find((stage) => stage.name === 'Won')!
    await client
      .post(`${lead.url}/move`)
      .loginAs(user)
      .withCsrfToken()
      .form({ stage_id: won.id })
      .redirects(0)

    await lead.refresh()
    assert.equal(lead.stageId, won.id)
    const [entry] = await timelineOf('default', { leadId: lead.id })
    assert.equal(entry.title, 'Moved from New to Won')
    assert.equal(entry.actorId, user.id)
  })

  test('do not move to a stage of another tenant', async ({ client, assert }) => {
    const user = await createUser('employee')
    const lead = await createLead('default', leadInput())
    const [theirs] = await stagesOf('other')
    const response = await client
      .post(`${lead.url}/move`)
      .loginAs(user)
      .withCsrfToken()
      .accept('json')
      .json({ stage_id: theirs.id })
    response.assertStatus(404)
    const before = lead.stageId
    await lead.refresh()
    assert.equal(lead.stageId, before)
  })

  test('answer an amount that is an object with what is wrong, not with a failure', async ({
    client,
  }) => {
    const request = client
      .post('/leads')
      .loginAs(await createUser('employee'))
      .withCsrfToken()
      .accept('json')
    const response = await request.json({ title: 'A', currency: 'EUR', amount: { toString: 1 } })
    response.assertStatus(422)
  })

  test('take no person, owner or label of another tenant', async ({ assert }) => {
    const stranger = await savePerson('other', personInput())
    const owner = await createUser('employee', { tenantId: 'other' })
    const lead = await createLead(
      'default',
      leadInput({ personId: stranger.id, ownerId: owner.id })
    )
    await lead.refresh()
    assert.isNull(lead.personId)
    assert.isNull(lead.ownerId)
  })

  test('stand on the board in the column of their stage, with what it is worth', async ({
    client,
    assert,
  }) => {
    const user = await createUser('employee')
    await createLead('default', leadInput({ title: 'First', amount: 10_000 }))
    await createLead('default', leadInput({ title: 'Second', amount: 5_000 }))
    const response = await client.get('/leads/board').loginAs(user)
    const [, newColumn] = response.text().split('data-board-stage')
    assert.include(newColumn, 'First')
    assert.include(newColumn, 'Second')
    assert.include(newColumn, '€150.00')
  })

  test('are found by title, number and person, and filtered by stage', async ({
    client,
    assert,
  }) => {
    const user = await createUser('employee')
    const person = await savePerson('default', personInput({ lastName: 'Findable' }))
    await createLead('default', leadInput({ title: 'Alpha', personId: person.id }))
    await createLead('default', leadInput({ title: 'Beta' }))
    const [, qualified] = await stagesOf('default')
    const found = async (qs: Record<string, string | number>) => {
      const response = await client.get('/leads').qs(qs).loginAs(user)
      return ['Alpha', 'Beta'].filter((title) => response.text().includes(title))
    }
    assert.deepEqual(await found({ q: 'alph' }), ['Alpha'])
    assert.deepEqual(await found({ q: 'LD-1002' }), ['Beta'])
    assert.deepEqual(await found({ q: 'findable' }), ['Alpha'])
    assert.deepEqual(await found({ stage: qualified.id }), [])
  })

  test('are changed, and deleted by those who may', async ({ client, assert }) => {
    const user = await createUser('manager')
    const lead = await createLead('default', leadInput())
    await client
      .put(lead.url)
      .loginAs(user)
      .withCsrfToken()
      .form({ title: 'Better', currency: 'USD', amount: '1' })
      .redirects(0)
    await lead.refresh()
    assert.deepEqual(
      [lead.title, lead.currency, lead.amount, lead.number],
      ['Better', 'USD', 100, 1001]
    )
    await client.delete(lead.url).loginAs(user).withCsrfToken().redirects(0)
    assert.isNull(await Lead.find(lead.id))
  })

  test('of another tenant do not exist', async ({ client }) => {
    const user = await createUser('owner')
    const lead = await createLead('other', leadInput())
    for (const request of [
      client.get(lead.url),
      client.get(`${lead.url}/edit`),
      client.put(lead.url).form({ title: 'Mine', currency: 'EUR' }),
      client.delete(lead.url),
      client.post(`${lead.url}/move`).form({ stage_id: 1 }),
      client.post(`${lead.url}/notes`).form({ note: 'hello' }),
    ]) {
      const response = await request.loginAs(user).withCsrfToken()
      response.assertStatus(404)
    }
  })
})
