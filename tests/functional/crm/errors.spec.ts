import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { Exception } from '@adonisjs/core/exceptions'
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
  test('reach programs as JSON, whatever the framework would rather do', async ({ client }) => {
    const response = await client.get('/nothing/here').accept('json')
    response.assertStatus(404)
    response.assertBodyContains({ errors: [{}] })
  })

  test('reach people as a page of the CRM', async ({ client, assert }) => {
    const response = await client.get('/nothing/here').header('accept', 'text/html')
    response.assertStatus(404)
    assert.include(response.text(), 'There is nothing here')
  })

  test('that declare a status are answered with it and their message', async ({ assert }) => {
    class Gone extends Exception {
      static status = 409
      static code = 'E_GONE'
      static message = 'Already done'
    }
    const { status, body } = await answerTo(new Gone(), 'application/json')
    assert.equal(status, 409)
    assert.deepEqual(body, { errors: [{ message: 'Already done' }] })
  })

  test('that nobody expected say nothing of what is inside', async ({ assert }) => {
    const json = await answerTo(new TypeError('secret detail'), 'application/json')
    assert.equal(json.status, 500)
    assert.notInclude(JSON.stringify(json.body), 'secret detail')

    const html = await answerTo(new TypeError('secret detail'), 'text/html')
    assert.equal(html.status, 500)
    assert.notInclude(String(html.body), 'secret detail')
  })

  test('of a busy database ask to come back in a second: {code}')
    .with([{ code: 'SQLITE_BUSY' }, { code: 'ER_LOCK_DEADLOCK' }, { code: 'ER_LOCK_WAIT_TIMEOUT' }])
    .run(async ({ assert }, { code }) => {
      const answer = await answerTo(
        Object.assign(new Error('locked'), { code }),
        'application/json'
      )
      assert.equal(answer.status, 503)
      assert.equal(answer.retryAfter, '1')
      assert.deepEqual(answer.body, { errors: [{ message: 'Busy right now, please try again' }] })
    })

  test('a form without a CSRF token is a 403 for programs', async ({ client }) => {
    const response = await client.post('/login').accept('json').json({ email: 'a', password: 'b' })
    response.assertStatus(403)
    response.assertBodyContains({ errors: [{ message: 'Invalid or expired CSRF token' }] })
  })
})
