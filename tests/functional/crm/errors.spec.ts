import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { Exception } from '@adonisjs/core/exceptions'
import User from '#crm/models/user'
import HttpExceptionHandler from '#crm/exceptions/handler'

async function answerTo(error: unknown, accept: string) {
  const ctx = await testUtils.createHttpContext()
  ctx.request.request.headers.accept = accept
  await new HttpExceptionHandler().handle(error, ctx)
  return {
    status: ctx.response.getStatus(),
    body: ctx.response.getBody(),
    retryAfter: ctx.response.getHeader('retry-after'),
  }
}

test.group('Errors', () => {
  test('reach programs as JSON', async ({ client }) => {
    const response = await client.get('/nothing/here').accept('json')
    response.assertStatus(404)
    response.assertBodyContains({ errors: [{}] })
  })

  test('reach people as a page of the CRM', async ({ client, assert }) => {
    const response = await client.get('/nothing/here').header('accept', 'text/html')
    response.assertStatus(404)
    assert.include(response.text(), 'Page not found')
  })

  test('that declare a status are answered with it and their message', async ({ assert }) => {
    class Gone extends Exception {
      static status = 409
      static code = 'E_GONE'
      static message = 'Already done'
    }
    const { status, body } = await answerTo(new Gone(), 'application/json')
    assert.equal(status, 409)
    assert.deepEqual(body, { errors: [{ message: 'Already done', code: 'E_GONE' }] })
  })

  test('that are unexpected reveal no internals', async ({ assert }) => {
    const json = await answerTo(new TypeError('secret detail'), 'application/json')
    assert.equal(json.status, 500)
    assert.notInclude(JSON.stringify(json.body), 'secret detail')

    const html = await answerTo(new TypeError('secret detail'), 'text/html')
    assert.equal(html.status, 500)
    assert.notInclude(String(html.body), 'secret detail')
  })

  test('of a busy database ask to come back in a second: {code}')
    .with([
      { code: 'SQLITE_BUSY' },
      { code: 'ER_LOCK_DEADLOCK' },
      { code: 'ER_LOCK_WAIT_TIMEOUT' },
      { code: '40001' },
      { code: '40P01' },
      { code: '55P03' },
    ])
    .run(async ({ assert }, { code }) => {
      const answer = await answerTo(
        Object.assign(new Error('locked'), { code }),
        'application/json'
      )
      assert.equal(answer.status, 503)
      assert.equal(answer.retryAfter, '1')
      assert.deepEqual(answer.body, {
        errors: [{ message: 'Busy right now, please try again', code: 'E_BUSY' }],
      })
    })

  test('a form without a CSRF token is a 403 for programs', async ({ client }) => {
    const response = await client.post('/login').accept('json').json({ email: 'a', password: 'b' })
    response.assertStatus(403)
    response.assertBodyContains({ errors: [{ message: 'Invalid or expired CSRF token' }] })
  })

  test('a form cannot do without a CSRF token by naming another method in its body', async ({
    client,
    assert,
  }) => {
    const user = await User.create({
      tenantId: 'default',
      fullName: 'Olga Owner',
      email: `${randomUUID()}@team.example`,
      password: 'password',
      role: 'owner',
      isActive: true,
    })
    for (const method of ['GET', 'HEAD', 'OPTIONS', ['GET']]) {
      const form = { title: `Forged by ${method}`, _method: method }
      const forged = client.post('/leads').loginAs(user).redirects(0).accept('json')
      const answer = await (Array.isArray(method) ? forged.json(form) : forged.form(form))
      assert.equal(answer.status(), 403, String(method))
    }
  })

  test('a method in the query that is no word is none', async ({ client, assert }) => {
    for (const query of ['_method[]=PUT', '_method[a]=PUT', '_method=PUT&_method=PUT']) {
      const answer = await client.post(`/login?${query}`).accept('json').json({})
      assert.equal(answer.status(), 403, query)
    }
  })
})
