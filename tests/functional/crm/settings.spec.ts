import { test } from '@japa/runner'
import { settingsOf } from '#crm/services/settings'
import { createUser, emptyCrm } from '#tests/functional/crm/support'

test.group('Settings', (group) => {
  group.each.setup(emptyCrm)

  test('are kept per tenant and shown on every page', async ({ client, assert }) => {
    const admin = await createUser('admin')
    await client
      .put('/settings')
      .loginAs(admin)
      .withCsrfToken()
      .form({ company_name: 'Acme & Sons', currency: 'CHF', time_zone: 'Europe/Zurich' })
      .redirects(0)

    assert.deepEqual(await settingsOf('default'), {
      companyName: 'Acme & Sons',
      currency: 'CHF',
      timeZone: 'Europe/Zurich',
    })
    const theirs = await settingsOf('other')
    assert.equal(theirs.currency, 'EUR')

    const page = await client.get('/people').loginAs(admin)
    assert.include(page.text(), 'Acme &amp; Sons')
  })

  test('refuse a time zone that does not exist', async ({ client }) => {
    const admin = await createUser('admin')
    const response = await client
      .put('/settings')
      .loginAs(admin)
      .withCsrfToken()
      .accept('json')
      .json({ company_name: 'Acme', currency: 'EUR', time_zone: 'Moon/Crater' })
    response.assertStatus(422)
    response.assertBodyContains({ errors: [{ field: 'time_zone', rule: 'enum' }] })
  })
})
