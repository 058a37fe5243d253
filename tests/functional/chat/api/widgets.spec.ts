import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'

async function manager() {
  const world = await ChatWorld.create()
  return { world, api: await ApiCaller.for(await world.user('manager')) }
}

const HOURS = {
  timezone: 'Asia/Kolkata',
  monday: { enabled: true, start: '09:00', end: '18:00' },
  saturday: { enabled: false },
}

test.group('API: widgets', () => {
  test('shows a widget with the names of the data model', async ({ assert }) => {
    const { world, api } = await manager()
    const { json } = await api.get(`/widgets/${world.widget.externalId}`)
    const { id, name, externalId, publicKey } = world.widget
    assert.containsSubset(json.data, {
      id,
      name,
      uuid: externalId,
      token: publicKey,
      is_active: true,
      primary_color: '#2563eb',
      launcher_icon: 'chat',
      handler_type: 'agent',
      handler_id: null,
      allowed_domains: [],
      business_hours: null,
    })
    assert.match(json.data.created_at, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  })

  test('lists the tenant’s widgets page by page', async ({ assert }) => {
    const { world, api } = await manager()
    const others = [await world.addWidget({ name: 'B' }), await world.addWidget({ name: 'A' })]
    const first = (await api.get('/widgets?limit=2')).json
    assert.deepEqual(
      first.data.map(({ id }: any) => id),
      [world.widget.id, others[0].id]
    )
    assert.equal(first.meta.total, 3)
    const second = (await api.get(`/widgets?limit=2&cursor=${first.meta.next_cursor}`)).json
    assert.deepEqual(
      second.data.map(({ id }: any) => id),
      [others[1].id]
    )
    assert.isNull(second.meta.next_cursor)
  })

  test('creates with a name alone, and with everything', async ({ assert }) => {
    const { world, api } = await manager()
    const plain = await api.post('/widgets', { name: 'Plain' })
    assert.equal(plain.status, 201)
    assert.equal(plain.json.data.welcome_title, 'Hi there!')
    assert.isTrue(plain.json.data.contact_required)

    const whole = {
      name: 'Whole',
      is_active: false,
      primary_color: '#112233',
      position: 'top-left',
      border_radius: 3,
      logo_url: 'https://shop.example/logo.png',
      collect_email: false,
      allowed_domains: ['https://shop.example', '*.example.com'],
      business_hours: HOURS,
    }
    const { json } = await api.post('/widgets', whole)
    assert.containsSubset(json.data, { ...whole, business_hours: { timezone: 'Asia/Kolkata' } })
    assert.deepEqual(json.data.business_hours.monday, HOURS.monday)
    assert.deepEqual(json.data.business_hours.sunday, { enabled: false })
    assert.lengthOf(await world.chat.widgets.list(world.tenantId), 3)
  })

  test('changes only the named fields', async ({ assert }) => {
    const { world, api } = await manager()
    const path = `/widgets/${world.widget.externalId}`
    await api.put(path, { logo_url: 'https://a.example/x.png', allowed_domains: ['a.example'] })
    const { json } = await api.put(path, { welcome_title: 'Ahoy', logo_url: null })
    assert.containsSubset(json.data, {
      name: world.widget.name,
      welcome_title: 'Ahoy',
      logo_url: null,
      allowed_domains: ['a.example'],
    })
  })

  test('switches, renews the token, gives the code, and deletes', async ({ assert }) => {
    const { world, api } = await manager()
    const path = `/widgets/${world.widget.externalId}`
    assert.isFalse((await api.post(`${path}/toggle-active`)).json.data.is_active)
    assert.isTrue((await api.post(`${path}/toggle-active`)).json.data.is_active)

    const { token } = (await api.post(`${path}/regenerate-token`)).json.data
    assert.notEqual(token, world.widget.publicKey)
    const code = (await api.get(`${path}/embed-code`)).json.data
    assert.include(code.embed_code, token)
    assert.match(code.embed_code, /^<script src=".+" async><\/script>$/)

    const gone = await api.delete(path)
    assert.deepEqual([gone.status, gone.text], [204, ''])
    assert.equal((await api.get(path)).status, 404)
  })

  test('refuses what cannot be, field by field', async ({ assert }) => {
    const { world, api } = await manager()
    const path = `/widgets/${world.widget.externalId}`
    const before = (await api.get(path)).json.data
    const bad: [string, unknown][] = [
      ['name', ''],
      ['name', 7],
      ['name', 'x'.repeat(121)],
      ['is_active', 'maybe'],
      ['primary_color', 'blue'],
      ['position', 'middle'],
      ['border_radius', 33],
      ['border_radius', '12'],
      ['launcher_size', 1.5],
      ['logo_url', 'http://a.example/x.png'],
      ['handler_type', 'ai_bot'],
      ['allowed_domains', [7]],
      ['allowed_domains', ['not a domain']],
      ['allowed_domains', { a: 1 }],
      ['business_hours', 'always'],
      ['business_hours.timezone', { ...HOURS, timezone: 'Mars/Base' }],
      [
        'business_hours.monday.start',
        { ...HOURS, monday: { enabled: true, start: '9', end: '18:00' } },
      ],
      ['business_hours.monday.end', { ...HOURS, monday: { enabled: true, start: '09:00' } }],
    ]
    for (const [field, value] of bad) {
      const { status, json } = await api.put(path, { [field.split('.')[0]]: value })
      assert.equal(status, 422, `${field} ${JSON.stringify(value)}`)
      assert.include(
        json.errors.map((error: any) => error.field.replace(/\.\d+$/, '')),
        field
      )
      assert.sameMembers(Object.keys(json.errors[0]), ['field', 'rule', 'message'])
    }
    assert.equal((await api.post('/widgets', {})).status, 422)
    assert.deepEqual((await api.get(path)).json.data, before)
    for (const query of ['limit=0', 'limit=101', 'limit=x', 'cursor=nonsense', 'cursor[]=a']) {
      assert.equal((await api.get(`/widgets?${query}`)).status, 422, query)
    }
  })

  test('knows nothing of an unknown one', async ({ assert }) => {
    const { api } = await manager()
    assert.equal((await api.get(`/widgets/${randomUUID()}`)).status, 404)
  })
})
