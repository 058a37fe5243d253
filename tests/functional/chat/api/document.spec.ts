import { test } from '@japa/runner'
import router from '@adonisjs/core/services/router'
import { operations } from '#chat/openapi/operations/all'
import { publishedDocument } from '#chat/openapi/published_document'
import { apiRoutes } from '#chat/openapi/routes'
import { CHAT_PERMISSIONS } from '#chat/contracts/crm_host'
import { API, ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { schemaAt } from '#tests/helpers/openapi'

/** Every route under the API's address, whatever its name. */
function registered() {
  return Object.values(router.toJSON())
    .flat()
    .filter(({ pattern }) => pattern.startsWith(API))
    .flatMap(({ methods, pattern }) =>
      methods
        .filter((method) => method !== 'HEAD')
        .map((method) => `${method} ${pattern.replace(/:(\w+)/g, '{$1}')}`)
    )
}

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
  })

  test('says of every operation which permission it takes', ({ assert }) => {
    for (const { name, permission } of apiRoutes(router)) {
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
        if (requestBody) {
          const body = ['requestBody', 'content', 'application/json', 'schema']
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

  test('is told to whoever may see the chat', async ({ assert }) => {
    const world = await ChatWorld.create()
    const api = await ApiCaller.for(await world.user())
    const { status, json } = await api.get('/openapi.json')
    assert.equal(status, 200)
    assert.equal(json.openapi, '3.1.0')
    assert.deepEqual(json, JSON.parse(JSON.stringify(publishedDocument())))
  })
})

test.group('The page that shows the API', () => {
  test('shows each operation and type to whoever manages the chat', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const page = await client.get('/chat/api').loginAs(await world.user('admin'))
    page.assertStatus(200)
    for (const { name } of apiRoutes(router)) assert.include(page.text(), `id="${name}"`)
    assert.include(page.text(), 'id="type-Conversation"')
    assert.include(page.text(), '<code>{id}</code>')
    assert.notInclude(page.text(), 'undefined')
    assert.notInclude(page.text(), '[object Object]')
  })

  test('is closed to others', async ({ client }) => {
    const world = await ChatWorld.create()
    const page = await client.get('/chat/api').loginAs(await world.user('employee'))
    page.assertStatus(403)
  })
})
