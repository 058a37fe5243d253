import { test } from '@japa/runner'
import { saveSettings, settingsOf } from '#crm/services/settings'
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
      employeesSeeAllChats: true,
    })
    const theirs = await settingsOf('other')
    assert.equal(theirs.currency, 'EUR')

    const page = await client.get('/people').loginAs(admin)
    assert.include(page.text(), 'Acme &amp; Sons')
  })

  test('what employees see is kept when a form says nothing of it', async ({ client, assert }) => {
    const admin = await createUser('admin')
    const company = { company_name: 'Acme', currency: 'CHF', time_zone: 'Europe/Zurich' }
    const save = (form: object) =>
      client.put('/settings').loginAs(admin).withCsrfToken().form(form).redirects(0)
    for (const [form, expected] of [
      [company, true],
      [{ ...company, employees_see_all_chats: '0' }, false],
      [company, false],
      [{ ...company, employees_see_all_chats: '1' }, true],
    ] as const) {
      await save(form)
      assert.equal((await settingsOf('default')).employeesSeeAllChats, expected)
    }
  })

  test('are kept when several admins choose them at the same time for the first time', async ({
    assert,
  }) => {
    const chosen = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((companyName) => {
      return { companyName, currency: 'EUR', timeZone: 'UTC' }
    })
    await Promise.all(chosen.map((settings) => saveSettings('default', settings)))
    assert.oneOf(
      (await settingsOf('default')).companyName,
      chosen.map(({ companyName }) => companyName)
    )
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
