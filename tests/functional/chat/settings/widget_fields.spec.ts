import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Widget from '#chat/models/widget'
import { NAMED_WIDGET_FIELDS, type NamedWidgetField } from '#chat/models/named_widget_fields'
import { publishedDocument } from '#chat/openapi/published_document'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'

/** Columns that no admin decides about, each for a reason of its own. */
const INTERNAL: Record<string, string> = {
  id: 'a name',
  external_id: 'a name',
  tenant_id: 'whose it is',
  public_key: 'made by the server',
  support_key: 'made by the server',
  handler_type: 'agents are the only handler',
  first_seen_at: 'noticed',
  first_seen_origin: 'noticed',
  refused_at: 'noticed',
  refused_origin: 'noticed',
  user_created_id: 'noticed',
  user_updated_id: 'noticed',
  deleted_at: 'noticed',
  created_at: 'noticed',
  updated_at: 'noticed',
}

/** A value that the field does not have from the beginning. */
function anotherValue({ field }: NamedWidgetField): unknown {
  switch (field.kind) {
    case 'text':
    case 'optionalText':
      return 'Something else'
    case 'flag':
      return !field.default
    case 'colour':
      return '#0a0b0c'
    case 'pixels':
    case 'megabytes':
    case 'optionalNumber':
      return field.from
    case 'choice':
      return field.values.find((value) => value !== field.default)
    case 'choices':
      return [field.values[0]]
    case 'address':
      return 'https://cdn.example/logo.png'
    case 'email':
      return 'team@shop.example'
    case 'websites':
      return ['https://shop.example']
    case 'translations':
      return { de: { welcome_title: 'Willkommen' } }
    case 'hours':
      return { timezone: 'Europe/Paris', monday: { enabled: true, start: '09:00', end: '17:00' } }
  }
}

test.group('The list of what a widget is made of', () => {
  test('has every column that is not the server’s own affair', async ({ assert }) => {
    const columns = Object.keys(await db.connection().columnsInfo(Widget.table))
    const listed = NAMED_WIDGET_FIELDS.map(({ column }) => column)
    assert.sameMembers(columns, [...listed, ...Object.keys(INTERNAL)])
  })

  test('is read, set and described by the REST API', async ({ assert }) => {
    const world = await ChatWorld.create()
    const api = await ApiCaller.for(await world.user('owner'))
    const path = `/widgets/${world.widget.id}`
    for (const named of NAMED_WIDGET_FIELDS) {
      const value = anotherValue(named)
      const { status, json } = await api.put(path, { [named.api]: value })
      assert.equal(status, 200, named.api)
      assert.containsSubset(json.data, { [named.api]: value })
      assert.containsSubset((await api.get(path)).json.data, { [named.api]: value })
    }
    const { paths, components } = publishedDocument()
    const names = NAMED_WIDGET_FIELDS.map(({ api: name }) => name)
    const { put } = paths['/api/v1/live-chat/widgets/{id}']
    const body = put.requestBody!.content['application/json'].schema
    assert.includeMembers(Object.keys(body.properties), names)
    assert.includeMembers(Object.keys(components.schemas.Widget.properties), names)
    assert.include(names, 'ask_rating')
  })

  test('is shown in the form', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const path = `/settings/chat-widgets/${world.widget.externalId}/edit`
    const page = await client.get(path).loginAs(await world.user('owner'))
    for (const { column } of NAMED_WIDGET_FIELDS) {
      assert.match(page.text(), new RegExp(`name="${column}["\\[]`), column)
    }
  })

  test('says what of it a website can read, and nothing else gets there', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { json } = await (await world.guest()).browser.get('/config')
    for (const { frame, field } of NAMED_WIDGET_FIELDS) {
      assert.equal(frame in json, field.inFrame, frame)
    }
  })
})
