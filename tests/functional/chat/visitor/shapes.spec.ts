import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { WidgetClient } from '#tests/helpers/widget_client'

const MESSAGE = [
  'client_message_id',
  'content',
  'created_at',
  'id',
  'metadata',
  'read_at',
  'sender_name',
  'sender_type',
  'seq',
  'type',
]
const CONVERSATION = [
  'agent_name',
  'agent_online',
  'agent_read_seq',
  'created_at',
  'ended_at',
  'feedback',
  'id',
  'number',
  'previous_id',
  'queue',
  'rating',
  'status',
  'visitor_read_seq',
]
const CONFIG = [
  'accept',
  'api',
  'ask_rating',
  'border_radius',
  'closes_at',
  'collect_email',
  'collect_name',
  'consent_link',
  'consent_text',
  'consent_version',
  'contact_required',
  'input_placeholder',
  'key',
  'launcher_icon',
  'launcher_size',
  'logo_url',
  'max_file_megabytes',
  'max_length',
  'next_open_at',
  'offline_message',
  'online',
  'position',
  'primary_color',
  'show_branding',
  'signed_in',
  'sound_enabled',
  'text_color',
  'theme',
  'time_zone',
  'track',
  'welcome_message',
  'welcome_title',
]
const AVAILABILITY = ['closes_at', 'next_open_at', 'online']
const SESSION = [
  ...AVAILABILITY,
  'conversation',
  'end_key',
  'has_more',
  'messages',
  'unread',
  'visitor',
].sort()
const THREAD = [...AVAILABILITY, 'conversation', 'has_more', 'messages', 'unread'].sort()
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const keys = (value: object) => Object.keys(value).sort()

test.group('Shapes of the public API', () => {
  test('the configuration holds these keys and no other', async ({ assert }) => {
    const { widget } = await ChatWorld.create()
    const { status, json } = await new WidgetClient(widget.publicKey).get('/config')

    assert.equal(status, 200)
    assert.deepEqual(keys(json), CONFIG)
    assert.equal(json.online, false)
    assert.equal(json.max_length, 5000)
  })

  test('a new session brings a token once, and a known visitor comes back without one', async ({
    assert,
  }) => {
    const { widget } = await ChatWorld.create()
    const stranger = new WidgetClient(widget.publicKey)

    const first = await stranger.post('/session', {
      page: { url: 'https://shop.example/', title: 'Shop' },
    })
    assert.equal(first.status, 201)
    assert.deepEqual(keys(first.json), [...SESSION, 'visitor_token'])
    assert.match(first.json.visitor_token, /^[0-9a-f]{64}$/)
    assert.deepEqual(first.json.visitor, {
      name: null,
      email: null,
      phone: null,
      has_email: false,
    })
    assert.deepInclude(first.json, { conversation: null, messages: [], unread: 0, online: false })

    const again = await stranger.with({ token: first.json.visitor_token }).post('/session')
    assert.equal(again.status, 200)
    assert.deepEqual(keys(again.json), SESSION)
  })

  test('a first message answers with the conversation and its messages', async ({ assert }) => {
    const { browser } = await (await ChatWorld.create()).guest({ name: 'Vera' })
    const { status, json } = await browser.start('Do you ship to Norway?')

    assert.equal(status, 201)
    assert.deepEqual(keys(json), ['conversation', 'has_more', 'messages'])
    assert.deepEqual(keys(json.conversation), CONVERSATION)
    assert.deepInclude(json.conversation, { number: 'C1001', status: 'pending', agent_name: null })
    assert.match(json.conversation.id, UUID)
    assert.deepEqual(keys(json.messages[0]), MESSAGE)
    assert.deepInclude(json.messages[0], {
      seq: 1,
      sender_type: 'visitor',
      sender_name: 'Vera',
      type: 'text',
      content: 'Do you ship to Norway?',
      metadata: null,
      read_at: null,
    })
    assert.match(json.messages[0].id, UUID)
    assert.match(json.messages[0].created_at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  })

  test('a further message answers with that message alone', async ({ assert }) => {
    const { browser, conversation } = await (await ChatWorld.create()).chatting()
    const { status, json } = await browser.say(conversation.externalId, 'And to Sweden?')

    assert.equal(status, 201)
    assert.deepEqual(keys(json), MESSAGE)
    assert.equal(json.seq, 2)
  })

  test('the thread answers with messages, the conversation and what is unread', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const { browser, conversation } = await world.chatting()
    await world.reply(conversation, await world.agent('Anna Agent'), 'Yes, we do')

    const { status, json } = await browser.thread(conversation.externalId)
    assert.equal(status, 200)
    assert.deepEqual(keys(json), THREAD)
    assert.deepEqual(keys(json.conversation), CONVERSATION)
    assert.equal(json.unread, 1)
    for (const message of json.messages) assert.deepEqual(keys(message), MESSAGE)
    assert.deepEqual(
      json.messages.map((message: any) => [message.seq, message.sender_type, message.metadata]),
      [
        [1, 'visitor', null],
        [2, 'system', { event: 'joined' }],
        [3, 'agent', null],
      ]
    )
  })

  test('claims come back as the visitor made them, and nothing else does', async ({ assert }) => {
    const { browser } = await (await ChatWorld.create()).guest()
    const claims = { name: 'Vera', email: 'vera@example.com', phone: '+47 21 00 00 00' }
    const { status, json } = await browser.post('/identify', claims)

    assert.equal(status, 200)
    assert.deepEqual(json, { visitor: { ...claims, has_email: true } })
  })

  test('reading, typing and moving to another page answer with nothing', async ({ assert }) => {
    const { browser, conversation } = await (await ChatWorld.create()).chatting()
    const path = `/conversations/${conversation.externalId}`
    const answers = [
      await browser.post(`${path}/read`, { seq: 1 }),
      await browser.post(`${path}/typing`, { typing: true }),
      await browser.post('/page-views', { url: 'https://shop.example/cart', title: 'Cart' }),
    ]
    assert.deepEqual(
      answers.map(({ status, text }) => [status, text]),
      Array(3).fill([204, ''])
    )
  })
})
