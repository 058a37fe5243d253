import { randomUUID } from 'node:crypto'
import { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import { publicOperations } from '#chat/openapi/operations/public'
import { EXAMPLE_REQUESTS } from '#chat/openapi/example_requests'
import { Signer } from '../identity/signing.js'
import { ChatWorld } from '#tests/helpers/chat_world'
import { PDF } from '#tests/helpers/sample_files'
import { WidgetClient } from '#tests/helpers/widget_client'
import { complaints, operationOf } from '#tests/helpers/openapi'

/** The public routes that answer with JSON or nothing. */
const JSON_ROUTES = Object.keys(publicOperations).filter(
  (name) =>
    ![
      'widget.loader',
      'widget.script',
      'widget.rules',
      'widget.push.worker',
      'widget.transcript',
      'widget.files.store',
      'widget.files.show',
      'widget.frame',
      'widget.events',
    ].includes(name)
)

/** A visitor's client that holds every answer against the document. */
class DocumentedVisitor {
  token: string | null = null
  readonly called = new Set<string>()

  constructor(readonly key: string) {}

  async call(method: 'GET' | 'POST', path: string, body?: object) {
    const client = new WidgetClient(this.key, this.token)
    const answer = await (method === 'GET' ? client.get(path) : client.post(path, body))
    const url = `/api/widget/${this.key}${path}`
    this.called.add(operationOf(method, url)!.operation.operationId)
    const complaint = complaints(method, url, answer.status, answer.json ?? answer.text)
    new Assert().deepEqual(complaint, [])
    return answer
  }

  /** Uploads a file, and returns its id. */
  async upload(): Promise<string> {
    const client = new WidgetClient(this.key, this.token)
    return (await client.upload(new Uint8Array(PDF), 'invoice.pdf')).json.id
  }
}

test.group('OpenAPI document: public routes', () => {
  test('is true of every answer, and holds every key that a visitor gets', async ({ assert }) => {
    const world = await ChatWorld.create({ pushReplies: true })
    const agent = await world.agent()
    const visitor = new DocumentedVisitor(world.widget.publicKey)
    const example = (name: string) => EXAMPLE_REQUESTS[`widget.${name}`]
    await visitor.call('GET', '/config')
    await visitor.call('POST', `/rules/${randomUUID()}/shown`)
    await visitor.call('POST', `/rules/${randomUUID()}/dismissed`)
    const { json: session } = await visitor.call('POST', '/session', example('session'))
    visitor.token = session.visitor_token
    await visitor.call('POST', '/session', {})
    await visitor.call('POST', '/identify', example('identify'))
    assert.equal((await visitor.call('POST', '/identity', example('identity'))).status, 401)
    const jwt = await (await Signer.of(world)).sign()
    const { json: verified } = await visitor.call('POST', '/identity', { jwt })
    visitor.token = verified.visitor_token
    await visitor.call('POST', '/page-views', example('page_views'))
    const draft = example('conversations.store')
    const started = await visitor.call('POST', '/conversations', draft)
    await visitor.call('POST', '/conversations', draft)
    const { id } = started.json.conversation
    const path = `/conversations/${id}`
    await world.reply(await world.chat.inbox.conversation(world.tenantId, id), agent)
    const more = example('messages.store')
    for (const status of [201, 200]) {
      assert.equal((await visitor.call('POST', `${path}/messages`, more)).status, status)
    }
    assert.equal((await visitor.call('GET', `${path}/messages?after=0`)).json.messages.length, 4)
    const file = `/files/${await visitor.upload()}`
    assert.deepEqual((await visitor.call('GET', `${file}/address`)).json, { url: null })
    await visitor.call('POST', `${file}/delete`)
    assert.equal((await visitor.call('GET', '/push')).status, 200)
    assert.equal((await visitor.call('POST', '/push', example('push.store'))).status, 204)
    await visitor.call('POST', '/push/remove', example('push.forget'))
    await visitor.call('POST', `${path}/read`, example('read'))
    await visitor.call('POST', `${path}/typing`, example('typing'))
    const mailed = await visitor.call('POST', `${path}/transcript`, example('transcript_mail'))
    assert.equal(mailed.status, 204)
    assert.equal((await visitor.call('POST', `${path}/rate`, { rating: 5 })).status, 409)
    const conversation = await world.chat.inbox.conversation(world.tenantId, id)
    await world.chat.conversations.resolve(conversation, agent)
    assert.equal((await visitor.call('POST', `${path}/rate`, example('rate'))).status, 200)
    assert.equal((await visitor.call('POST', `${path}/read`, { seq: 'x' })).status, 422)
    assert.equal((await visitor.call('GET', `/conversations/${randomUUID()}/messages`)).status, 404)
    const link = await world.chat.mails.links.create(conversation, 'vera@example.com')
    assert.equal((await visitor.call('POST', `/links/${link}`)).status, 200)
    await visitor.call('POST', `/forget/${verified.end_key}`)
    assert.equal((await visitor.call('POST', `/links/${link}`)).status, 410)
    assert.equal((await visitor.call('GET', `${path}/messages`)).status, 401)
    assert.equal((await visitor.call('POST', '/session', {})).status, 401)
    assert.sameMembers([...visitor.called], JSON_ROUTES)
  })
})
