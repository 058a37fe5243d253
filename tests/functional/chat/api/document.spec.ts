import { test } from '@japa/runner'
import router from '@adonisjs/core/services/router'
import { operations } from '#chat/openapi/operations/all'
import { publishedDocument } from '#chat/openapi/published_document'
import { publicOperations } from '#chat/openapi/operations/public'
import { EXAMPLE_REQUESTS } from '#chat/openapi/example_requests'
import { apiRoutes, publicRoutes } from '#chat/openapi/routes'
import { moduleSwitch } from '#crm/services/modules/module_switch'
import { CHAT_PERMISSIONS } from '#chat/contracts/permissions'
import { API, ApiCaller } from '#tests/helpers/api_caller'
import { calls } from './routes.js'
import { ChatWorld } from '#tests/helpers/chat_world'
import { operationOf, schemaAt } from '#tests/helpers/openapi'

/** What the router's patterns cannot say. */
const WRITTEN: Record<string, string> = { '/p/chat/{file}': '/p/chat/{key}.js' }

/** What is under the same addresses for people, load balancers and mail servers. */
const PAGES = /^chat\.(link|health|mail|metrics\.all)\b/

/** Every route under the API's addresses, those of visitors included, whatever its name. */
function registered() {
  return Object.values(router.toJSON())
    .flat()
    .filter(({ pattern, name }) => /^\/(api|p\/chat)\//.test(pattern) && !PAGES.test(name ?? ''))
    .flatMap(({ methods, pattern }) =>
      methods
        .filter((method) => !['HEAD', 'OPTIONS'].includes(method))
        .map((method) => {
          const path = pattern.replace(/:(\w+)/g, '{$1}')
          return `${method} ${WRITTEN[path] ?? path}`
        })
    )
}

/** Every operation of the document. */
const documented = () =>
  Object.entries(publishedDocument().paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
  )

test.group('The OpenAPI document', () => {
  test('names every route of the API, and no other', ({ assert }) => {
    assert.sameMembers(documented(), registered())
    assert.sameMembers(
      Object.keys(operations),
      apiRoutes(router).map(({ name }) => name)
    )
    assert.sameMembers(
      Object.keys(publicOperations),
      publicRoutes(router).map(({ name }) => name)
    )
  })

  test('says of every operation which permission it takes', ({ assert }) => {
    for (const { name, permission } of apiRoutes(router)) {
      if (name === 'document') continue
      assert.include([...CHAT_PERMISSIONS], permission, name)
    }
  })

  test('holds only schemas that a strict validator takes', ({ assert }) => {
    const { components, paths } = publishedDocument()
    for (const name of Object.keys(components.schemas)) {
      assert.isFunction(schemaAt('components', 'schemas', name), name)
    }
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, { requestBody, parameters }] of Object.entries<any>(methods)) {
        for (const type of Object.keys(requestBody?.content ?? {})) {
          const body = ['requestBody', 'content', type, 'schema']
          assert.isFunction(schemaAt('paths', path, method, ...body), path)
        }
        for (const index of parameters.keys()) {
          schemaAt('paths', path, method, 'parameters', String(index), 'schema')
        }
      }
    }
  })

  test('has no operation twice, and no pointer into nothing', ({ assert }) => {
    const document = publishedDocument()
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values<any>(methods).map(({ operationId }) => operationId)
    )
    assert.equal(new Set(ids).size, ids.length)
    const pointers = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)]
    assert.isAbove(pointers.length, 20)
    for (const [, name] of pointers) assert.property(document.components.schemas, name)
  })

  test('has an example of every operation, and each fits what it is an example of', ({
    assert,
  }) => {
    const wrong: string[] = []
    const check = (value: unknown, ...place: string[]) => {
      const fits = schemaAt(...place, 'schema')
      if (value === undefined || !fits(value)) {
        wrong.push(`${place.join(' ')}: ${JSON.stringify(value)} ${JSON.stringify(fits.errors)}`)
      }
    }
    for (const [path, methods] of Object.entries(publishedDocument().paths)) {
      for (const [method, operation] of Object.entries<any>(methods)) {
        const at = ['paths', path, method]
        assert.match(operation['x-codeSamples'][0].source, /^curl /)
        for (const [type, { example }] of Object.entries<any>(
          operation.requestBody?.content ?? {}
        )) {
          check(example, ...at, 'requestBody', 'content', type)
        }
        for (const [index, { example }] of operation.parameters.entries()) {
          check(example, ...at, 'parameters', String(index))
        }
        for (const [status, { content = {} }] of Object.entries<any>(operation.responses)) {
          if (!status.startsWith('2')) continue
          for (const [type, { example }] of Object.entries<any>(content)) {
            check(example, ...at, 'responses', status, 'content', type)
          }
        }
      }
    }
    for (const [event, { post }] of Object.entries<any>(publishedDocument().webhooks)) {
      const at = ['webhooks', event, 'post']
      const json = ['requestBody', 'content', 'application/json']
      check(post.requestBody.content['application/json'].example, ...at, ...json)
      for (const [index, { example }] of post.parameters.entries()) {
        check(example, ...at, 'parameters', String(index))
      }
    }
    assert.deepEqual(wrong, [])
    const bodies = [...Object.entries(operations), ...Object.entries(publicOperations)]
    const taking = bodies.filter(([, { body }]) => body).map(([name]) => name)
    assert.sameMembers(Object.keys(EXAMPLE_REQUESTS), taking)
  })

  test('has examples of requests that are taken as they are', async ({ assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user('owner')
    const api = await ApiCaller.for(user)
    const all = await calls(world, 'uuid', user)
    const sending = all.filter(({ name }) => name in EXAMPLE_REQUESTS)
    assert.isAbove(sending.length, 25)
    for (const { name, method, url, body } of sending) {
      const { status, text } = await api.call(method, url, body)
      assert.include([200, 201, 202, 204], status, `${name} ${text}`)
    }
  })

  test('needs no log-in, sets no cookie, and is read from other websites', async ({ assert }) => {
    const world = await ChatWorld.create()
    await moduleSwitch.toggle('chat', world.chat.config.defaultTenant, true)
    const callers = [new ApiCaller(), await ApiCaller.for(await world.user())]
    for (const api of callers) {
      const { status, json, headers } = await api.get('/openapi.json')
      assert.equal(status, 200)
      assert.equal(json.openapi, '3.1.0')
      assert.isNull(headers.get('set-cookie'))
      assert.equal(headers.get('access-control-allow-origin'), '*')
      assert.deepEqual(json, JSON.parse(JSON.stringify(publishedDocument())))
    }
    const { path } = operationOf('GET', `${API}/openapi.json`)!
    assert.deepEqual(publishedDocument().paths[path].get.security, [])
  })
})
