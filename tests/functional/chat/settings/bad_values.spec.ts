import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { FORM, LIST, pathOf, send, sendJson } from './form.js'

const week = (monday: unknown, others: object = {}) => ({
  business_hours: { enabled: true, timezone: 'Europe/Vienna', monday, ...others },
})

/** [what is sent instead, the field that the answer names]. */
const BAD: [Record<string, unknown>, string][] = [
  [{ name: '' }, 'name'],
  [{ name: '   ' }, 'name'],
  [{ name: 'x'.repeat(121) }, 'name'],
  [{ name: ['a'] }, 'name'],
  [{ name: { a: 1 } }, 'name'],
  [{ name: 7 }, 'name'],
  [{ primary_color: 'red' }, 'primary_color'],
  [{ primary_color: '#fff' }, 'primary_color'],
  [{ primary_color: '#12345g' }, 'primary_color'],
  [{ primary_color: '#123456;}' }, 'primary_color'],
  [{ text_color: null }, 'text_color'],
  [{ position: 'middle' }, 'position'],
  [{ position: ['top-left'] }, 'position'],
  [{ border_radius: '33' }, 'border_radius'],
  [{ border_radius: '-1' }, 'border_radius'],
  [{ border_radius: '1.5' }, 'border_radius'],
  [{ border_radius: 'x' }, 'border_radius'],
  [{ launcher_size: '39' }, 'launcher_size'],
  [{ launcher_size: '81' }, 'launcher_size'],
  [{ launcher_size: '1e999' }, 'launcher_size'],
  [{ launcher_icon: 'skull' }, 'launcher_icon'],
  [{ theme: 'pink' }, 'theme'],
  [{ logo_url: 'http://cdn.example/logo.png' }, 'logo_url'],
  [{ logo_url: 'javascript:alert(1)' }, 'logo_url'],
  [{ logo_url: 'data:image/svg+xml,x' }, 'logo_url'],
  [{ logo_url: 'https://' }, 'logo_url'],
  [{ logo_url: `https://cdn.example/${'x'.repeat(1024)}` }, 'logo_url'],
  [{ welcome_title: 'x'.repeat(121) }, 'welcome_title'],
  [{ welcome_message: 'x'.repeat(1001) }, 'welcome_message'],
  [{ input_placeholder: '' }, 'input_placeholder'],
  [{ offline_message: [] }, 'offline_message'],
  [{ is_active: 'perhaps' }, 'is_active'],
  [{ track_visitors: { on: true } }, 'track_visitors'],
  [{ allowed_origins: 'shop.example\nhttps://shop.example/path' }, 'allowed_origins'],
  [{ allowed_origins: 'ftp://shop.example' }, 'allowed_origins'],
  [{ allowed_origins: '*' }, 'allowed_origins'],
  [{ allowed_origins: { a: 1 } }, 'allowed_origins'],
  [{ allowed_origins: [1] }, 'allowed_origins'],
  [{ allowed_origins: Array(101).fill('a.example').join('\n') }, 'allowed_origins'],
  [{ business_hours: 'always' }, 'business_hours'],
  [{ business_hours: { enabled: true } }, 'business_hours.timezone'],
  [{ business_hours: { enabled: true, timezone: 'Mars/Base' } }, 'business_hours.timezone'],
  [{ business_hours: { enabled: true, timezone: ['UTC'] } }, 'business_hours.timezone'],
  [{ business_hours: { enabled: 'maybe', timezone: 'UTC' } }, 'business_hours.enabled'],
  [week('all day'), 'business_hours.monday'],
  [week({ enabled: true, end: '17:00' }), 'business_hours.monday.start'],
  [week({ enabled: true, start: '09:00' }), 'business_hours.monday.end'],
  [week({ enabled: true, start: '24:00', end: '17:00' }), 'business_hours.monday.start'],
  [week({ enabled: true, start: '9:00', end: '17:00' }), 'business_hours.monday.start'],
  [week({ enabled: true, start: '09:00', end: '17:60' }), 'business_hours.monday.end'],
  [week({ enabled: true, start: 9, end: '17:00' }), 'business_hours.monday.start'],
]

test.group('Values that a widget cannot have', () => {
  test('{sent} is refused, and {field} named')
    .with(BAD.map(([bad, field]) => ({ bad, field, sent: JSON.stringify(bad).slice(0, 60) })))
    .run(async ({ client, assert }, { bad, field }) => {
      const world = await ChatWorld.create()
      const owner = await world.user('owner')
      const sent = { ...FORM, ...bad }
      for (const [method, path] of [
        ['post', LIST],
        ['put', pathOf(world.widget)],
      ] as const) {
        const response = await sendJson(client, owner, method, path, sent)
        response.assertStatus(422)
        const fields = response.body().errors.map((error: { field: string }) => error.field)
        assert.include(fields, field)
      }
      assert.lengthOf(await world.chat.widgets.list(world.tenantId), 1)
    })

  test('a refused form comes back as it was typed, with the reason at its field', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const long = 'We are away. '.repeat(70)
    const form = { ...FORM, offline_message: long, allowed_origins: 'good.example\nbad one' }
    const response = await send(client, await world.user('owner'), 'post', LIST, form)
    response.assertStatus(422)
    assert.include(response.text(), long.trim())
    assert.include(response.text(), 'good.example\nbad one')
    assert.include(response.text(), '“bad one” isn’t a valid domain or website address')
    assert.match(response.text(), /id="allowed_origins"[^>]*aria-invalid="true"/)
  })

  test('a body of any other shape is refused like an empty form', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const owner = await world.user('owner')
    for (const body of [{}, { name: null }, { business_hours: [] }, { name: '\u0000' }]) {
      const response = await sendJson(client, owner, 'post', LIST, body as Record<string, unknown>)
      assert.equal(response.status(), 422)
    }
    const form = await send(client, owner, 'post', LIST, { name: { a: 'b' }, business_hours: 'x' })
    form.assertStatus(422)
  })
})
