import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { createUser, emptyCrm } from '#tests/functional/crm/support'

let last = 0

/** Somebody at an address that no other test has used. */
function newAddress() {
  last += 1
  return `203.0.113.${last}`
}

async function logIn(client: ApiClient, address: string, email: string, password = 'wrong') {
  const response = await client
    .post('/login')
    .header('X-Forwarded-For', address)
    .withCsrfToken()
    .form({ email, password })
    .redirects(0)
  return response.status() === 429 ? 'refused' : response.header('location')
}

test.group('Log-in attempts', (group) => {
  group.each.setup(emptyCrm)

  test('at one user’s password end after ten, also with the right one', async ({
    client,
    assert,
  }) => {
    await createUser('employee')
    const [guesser, owner] = [newAddress(), newAddress()]
    const email = 'employee@crm.example'
    const guesses = Array.from({ length: 14 }, () => logIn(client, guesser, email))
    const answers = await Promise.all(guesses)
    assert.lengthOf(
      answers.filter((answer) => answer === 'refused'),
      4
    )
    assert.equal(await logIn(client, guesser, email.toUpperCase(), 'secret-password'), 'refused')
    assert.equal(await logIn(client, owner, email, 'secret-password'), '/leads')
  })

  test('at many users’ passwords end, too', async ({ client, assert }) => {
    const guesser = newAddress()
    const answers = []
    for (let n = 0; n < 105; n += 1) {
      answers.push(await logIn(client, guesser, `somebody${n}@crm.example`))
    }
    assert.deepEqual(answers.slice(98, 102), ['/login', '/login', 'refused', 'refused'])
  }).timeout(60_000)

  test('that succeed do not count', async ({ client, assert }) => {
    await createUser('employee')
    const office = newAddress()
    const answers = []
    for (let n = 0; n < 12; n += 1) {
      answers.push(await logIn(client, office, 'employee@crm.example', 'secret-password'))
    }
    assert.deepEqual(new Set(answers), new Set(['/leads']))
  })

  test('keep no page of a user for whoever comes after them', async ({ client }) => {
    const user = await createUser('employee')
    const page = await client.get('/leads').loginAs(user)
    page.assertHeader('cache-control', 'private, no-store')
  })
})
