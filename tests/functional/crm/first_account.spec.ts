import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import User from '#crm/models/user'
import { issueFirstLink } from '#crm/services/first_account/first_link'
import { createUser, emptyCrm } from '#tests/functional/crm/support'

const FORM = {
  full_name: 'Olga Owner',
  email: 'Olga@CRM.example',
  password: 'a long password',
  password_confirmation: 'a long password',
}

const pathOf = (token: string | null) => `/first-account/${token}`

const send = (client: ApiClient, path: string, form: object = FORM) =>
  client.post(path).withCsrfToken().form(form).redirects(0)

test.group('The link to the first account', (group) => {
  group.each.setup(emptyCrm)

  test('makes the owner, logs them in and leads to the modules, once', async ({
    client,
    assert,
  }) => {
    const path = pathOf(await issueFirstLink())
    const page = await client.get(path)
    page.assertStatus(200)
    page.assertHeader('referrer-policy', 'same-origin')

    const made = await send(client, path)
    made.assertHeader('location', '/settings/modules')
    made.assertSession('auth_web')
    const user = await User.verifyCredentials('olga@crm.example', FORM.password)
    assert.deepEqual([user.fullName, user.role, user.tenantId], ['Olga Owner', 'owner', 'default'])

    await send(client, path, { ...FORM, email: 'second@crm.example' })
    const again = await client.get(path)
    again.assertStatus(404)
    assert.lengthOf(await User.all(), 1)
  })

  test('gives one account to two who use it at the same time', async ({ client, assert }) => {
    const path = pathOf(await issueFirstLink())
    const forms = ['a', 'b', 'c'].map((name) => ({ ...FORM, email: `${name}@crm.example` }))
    await Promise.all(forms.map((form) => send(client, path, form)))
    assert.lengthOf(await User.all(), 1)
  })

  test('is void once it has expired, a newer one exists, or there is a user', async ({
    client,
    assert,
  }) => {
    const older = await issueFirstLink()
    const newer = await issueFirstLink()
    for (const token of [older, 'guessed']) (await client.get(pathOf(token))).assertStatus(404)
    ;(await client.get(pathOf(newer))).assertStatus(200)

    await db.from('first_links').update({ expires_at: Date.now() - 1 })
    await send(client, pathOf(newer))
    ;(await client.get(pathOf(newer))).assertStatus(404)

    const last = await issueFirstLink()
    await createUser('employee')
    await send(client, pathOf(last))
    ;(await client.get(pathOf(last))).assertStatus(404)
    assert.isNull(await issueFirstLink())
    assert.lengthOf(await User.all(), 1)
  })

  test('is stored as a hash, and its form needs a CSRF token', async ({ client, assert }) => {
    const token = await issueFirstLink()
    const { token_hash: stored } = await db.from('first_links').firstOrFail()
    assert.notInclude(stored, token!)
    await client.post(pathOf(token)).form(FORM).redirects(0)
    assert.lengthOf(await User.all(), 0)
  })

  test('stays good when the form is refused, and what was typed comes back', async ({
    client,
    assert,
  }) => {
    const path = pathOf(await issueFirstLink())
    const wrong = [
      { ...FORM, email: 'no address' },
      { ...FORM, full_name: ' ' },
      { ...FORM, password: 'short', password_confirmation: 'short' },
      { ...FORM, password_confirmation: 'another password' },
    ]
    for (const form of wrong) {
      const refused = await send(client, path, form)
      refused.assertStatus(302)
      assert.exists(refused.flashMessage('inputErrorsBag'), JSON.stringify(form))
    }
    assert.lengthOf(await User.all(), 0)
    assert.equal((await send(client, path)).header('location'), '/settings/modules')
  })

  test('is not guessed: an address may try thirty times in five minutes', async ({
    client,
    assert,
  }) => {
    await issueFirstLink()
    const statuses: number[] = []
    for (let guess = 0; guess < 31; guess++) {
      const answer = await client
        .get(pathOf(`guess-${guess}`))
        .header('X-Forwarded-For', '198.51.100.77')
      statuses.push(answer.status())
    }
    assert.deepEqual([...new Set(statuses)], [404, 429])
  })
})
