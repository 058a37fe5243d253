import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import limiter from '@adonisjs/limiter/services/main'
import { createUser, emptyCrm } from '#tests/functional/crm/support'

let last = 0

/** A client at an address that no other test has used. */
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

  test('from one IPv6 network count as from one address', async ({ client, assert }) => {
    await createUser('employee')
    const email = 'employee@crm.example'
    const answers = []
    for (let n = 1; n <= 12; n += 1) {
      answers.push(await logIn(client, `2001:db8:1:2::${n.toString(16)}`, email))
    }
    assert.deepEqual(answers.slice(9), ['/login', 'refused', 'refused'])
    const neighbour = await logIn(client, '2001:db8:1:3::1', email, 'secret-password')
    assert.equal(neighbour, '/leads')
  })

  test('at one user’s password from many addresses become slow, but not for a browser of their own', async ({
    client,
    assert,
  }) => {
    await createUser('employee')
    const email = 'employee@crm.example'
    const form = { email, password: 'secret-password' }
    const first = await client.post('/login').withCsrfToken().form(form).redirects(0)
    const known = first.cookie('crm-known')!.value

    const guesses = (count: number, from: string) =>
      Promise.all(Array.from({ length: count }, (_, n) => logIn(client, `${from}.${n}`, email)))
    const free = await guesses(50, '198.51.100')
    assert.notInclude(free, 'refused')
    const slow = await guesses(5, '192.0.2')
    assert.lengthOf(
      slow.filter((answer) => answer === 'refused'),
      4
    )
    const slowly = limiter.use({ requests: 1, duration: '10 secs' })
    const occupy = () => slowly.set(`login_slowly_${email}`, 1, '10 secs')
    const asked = () =>
      client
        .post('/login')
        .header('X-Forwarded-For', newAddress())
        .withCsrfToken()
        .form(form)
        .redirects(0)
    await occupy()
    const queued = await asked().accept('json')
    queued.assertStatus(429)
    assert.isAtMost(Number(queued.header('retry-after')), 10)

    await occupy()
    const own = await asked().withEncryptedCookie('crm-known', known)
    own.assertHeader('location', '/leads')
    const forged = await asked().withCookie('crm-known', known)
    forged.assertStatus(429)
    await occupy()
    const strangers = await asked().withEncryptedCookie('crm-known', { id: 'x', accounts: ['y'] })
    strangers.assertStatus(429)

    await slowly.delete(`login_slowly_${email}`)
    const patient = await asked()
    patient.assertHeader('location', '/leads')
  }).timeout(60_000)

  test('in a browser that is known end after ten, too', async ({ client, assert }) => {
    await createUser('employee')
    const form = { email: 'employee@crm.example', password: 'secret-password' }
    const first = await client.post('/login').withCsrfToken().form(form).redirects(0)
    const answers = []
    for (let n = 0; n < 12; n += 1) {
      const answer = await client
        .post('/login')
        .header('X-Forwarded-For', newAddress())
        .withEncryptedCookie('crm-known', first.cookie('crm-known')!.value)
        .withCsrfToken()
        .form({ ...form, password: 'wrong' })
        .redirects(0)
      answers.push(answer.status())
    }
    assert.deepEqual(answers.slice(9), [302, 429, 429])
  }).timeout(60_000)

  test('leave no cached page for the next user', async ({ client }) => {
    const user = await createUser('employee')
    const page = await client.get('/leads').loginAs(user)
    page.assertHeader('cache-control', 'private, no-store')
  })
})
