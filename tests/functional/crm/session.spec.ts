import { test } from '@japa/runner'
import { createUser, emptyCrm } from '#tests/functional/crm/support'

test.group('Session', (group) => {
  group.each.setup(emptyCrm)

  test('sends a guest to the log-in page and, once logged in, back to where they were headed', async ({
    client,
  }) => {
    await createUser('employee')
    const asked = await client.get('/people').redirects(0)
    asked.assertStatus(302)
    asked.assertHeader('location', '/login')

    const login = await client
      .post('/login')
      .withSession(asked.session())
      .withCsrfToken()
      .form({ email: 'EMPLOYEE@crm.example', password: 'secret-password' })
      .redirects(0)
    login.assertHeader('location', '/people')
    login.assertSession('auth_web')
  })

  test('answers a guest program with 401', async ({ client }) => {
    const response = await client.get('/people').accept('json').redirects(0)
    response.assertStatus(401)
    response.assertBodyContains({ errors: [{ message: 'Log in first' }] })
  })

  test('opens the leads after a log-in that was headed nowhere', async ({ client }) => {
    await createUser('employee')
    const response = await client
      .post('/login')
      .withCsrfToken()
      .form({ email: 'employee@crm.example', password: 'secret-password' })
      .redirects(0)
    response.assertHeader('location', '/leads')
  })

  test('refuses a wrong password', async ({ client }) => {
    await createUser('employee')
    const response = await client
      .post('/login')
      .withCsrfToken()
      .form({ email: 'employee@crm.example', password: 'wrong' })
      .redirects(0)
    response.assertHeader('location', '/login')
    response.assertSessionMissing('auth_web')
    response.assertFlashMessage('email', 'employee@crm.example')
  })

  test('refuses a deactivated user with the right password', async ({ client }) => {
    await createUser('employee', { isActive: false })
    const response = await client
      .post('/login')
      .withCsrfToken()
      .form({ email: 'employee@crm.example', password: 'secret-password' })
      .redirects(0)
    response.assertHeader('location', '/login')
    response.assertSessionMissing('auth_web')
  })

  test('ends the session of a user who was deactivated meanwhile', async ({ client }) => {
    const user = await createUser('employee')
    await user.merge({ isActive: false }).save()
    const response = await client.get('/leads').loginAs(user).redirects(0)
    response.assertHeader('location', '/login')
  })

  test('refuses a log-in that carries no CSRF token', async ({ client }) => {
    await createUser('employee')
    const response = await client
      .post('/login')
      .form({ email: 'employee@crm.example', password: 'secret-password' })
      .redirects(0)
    response.assertSessionMissing('auth_web')
  })

  test('logs out', async ({ client }) => {
    const user = await createUser('employee')
    const response = await client.post('/logout').loginAs(user).withCsrfToken().redirects(0)
    response.assertHeader('location', '/login')
    response.assertSessionMissing('auth_web')
  })

  test('keeps those who are logged in away from the log-in page', async ({ client }) => {
    const user = await createUser('employee')
    const response = await client.get('/login').loginAs(user).redirects(0)
    response.assertHeader('location', '/leads')
  })

  test('never shows what was typed as a password again', async ({ client, assert }) => {
    const response = await client
      .post('/login')
      .withCsrfToken()
      .form({ email: null, password: 'typed-by-mistake' })
      .redirects(0)
    assert.notInclude(JSON.stringify(response.flashMessages()), 'typed-by-mistake')
  })
})
