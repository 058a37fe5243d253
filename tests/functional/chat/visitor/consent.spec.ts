import { test } from '@japa/runner'
import Visitor from '#chat/models/visitor'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { WidgetClient } from '#tests/helpers/widget_client'

const ASKING = { consentText: 'We store what you write.', consentVersion: '2026-05' }

const rows = ({ tenantId }: ChatWorld) => Visitor.query().where('tenant_id', tenantId)

/** A visitor who has agreed to the version, with their token. */
async function agreed({ widget }: ChatWorld, consent: string = ASKING.consentVersion) {
  const stranger = new WidgetClient(widget.publicKey)
  const { json } = await stranger.post('/session', { consent })
  return stranger.with({ token: json.visitor_token })
}

test.group('Consent (W16)', () => {
  for (const [what, consent] of Object.entries({
    'nothing': undefined,
    'null': null,
    'an empty version': '',
    'another version': '2025-01',
  })) {
    test(`with ${what} there is no session and no row`, async ({ assert }) => {
      const world = await ChatWorld.create(ASKING)
      const { status, json } = await new WidgetClient(world.widget.publicKey).post('/session', {
        consent,
      })
      assert.equal(status, 428)
      assert.containsSubset(json.errors[0], {
        code: 'E_CHAT_CONSENT_REQUIRED',
        field: 'consent',
        rule: 'required',
      })
      assert.lengthOf(await rows(world), 0)
    })
  }

  test('the version and the time stand with the visitor and with their conversations', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create(ASKING)
    const before = Date.now()
    const browser = await agreed(world)
    assert.equal((await browser.start('Hello')).status, 201)
    const api = await ApiCaller.for(await world.user('owner'))
    const { data } = (await api.get('/conversations')).json
    assert.equal(data[0].consent_version, '2026-05')
    assert.isAtLeast(Date.parse(data[0].consent_given_at), before)
    assert.equal(data[0].visitor.consent_version, '2026-05')

    const record = (await api.get(`/visitors/${data[0].visitor_id}/record`)).json.data
    assert.equal(record.conversations[0].conversation.consent_version, '2026-05')
    const admin = await world.user('admin')
    const page = await client.get(`/chat/${data[0].uuid}/visitor.html`).loginAs(admin)
    assert.include(page.text(), 'Consent: Version 2026-05, ')
    const pane = await client.get(`/chat/${data[0].uuid}`).loginAs(admin)
    assert.include(pane.text(), 'Version 2026-05, ')
  })

  test('a newer text asks again, and what was agreed to before stays with its conversation', async ({
    assert,
  }) => {
    const world = await ChatWorld.create(ASKING)
    const browser = await agreed(world)
    await browser.start('Hello')
    assert.equal((await browser.post('/session')).status, 200)

    await world.chat.widgets.update(world.widget, { consentVersion: '2027-01' }, null)
    assert.equal((await browser.post('/session', { consent: '2026-05' })).status, 428)
    assert.equal((await browser.post('/session', { consent: '2027-01' })).status, 200)
    assert.equal((await browser.post('/session')).status, 200)
    const [visitor] = await rows(world)
    assert.equal(visitor.consentVersion, '2027-01')
    assert.equal((await world.onlyConversation()).consentVersion, '2026-05')
  })

  test('a second session does not move the time of the first consent', async ({ assert }) => {
    const world = await ChatWorld.create(ASKING)
    const browser = await agreed(world)
    const [first] = await rows(world)
    await browser.post('/session', { consent: ASKING.consentVersion })
    const [second] = await rows(world)
    assert.equal(second.consentGivenAt!.toMillis(), first.consentGivenAt!.toMillis())
  })

  test('a widget that asks for nothing stores no consent, whatever is sent', async ({ assert }) => {
    const world = await ChatWorld.create()
    const browser = await agreed(world, '1')
    assert.equal((await browser.start('Hello')).status, 201)
    const [visitor] = await rows(world)
    assert.isNull(visitor.consentVersion)
    assert.isNull((await world.onlyConversation()).consentVersion)
  })

  test('markup and the end of a script in the text stay text in the loader', async ({ assert }) => {
    const consentText = '</script><b>We store</b>\n$& what you write.'
    const { widget } = await ChatWorld.create({ consentText })
    const loader = await fetch(`${process.env.APP_URL}/p/chat/${widget.publicKey}.js`)
    const script = await loader.text()
    assert.notInclude(script, '</script>')
    assert.include(script, String.raw`\u003c/script>\u003cb>We store\u003c/b>\n$& what you write.`)
  })
})
