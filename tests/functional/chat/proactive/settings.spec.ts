import { test } from '@japa/runner'
import ProactiveRule from '#chat/models/proactive_rule'
import { ChatWorld } from '#tests/helpers/chat_world'
import { addRule } from './rule.js'

const pathOf = ({ widget }: ChatWorld) => `/settings/chat-widgets/${widget.externalId}/proactive`

test.group('Settings: proactive messages', () => {
  test('the list says in words when each is shown, and what became of it', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const rule = await addRule(world, {
      name: 'Prices',
      pagePattern: '/pricing',
      secondsOnPage: 1,
      exitIntent: true,
    })
    await addRule(world, { name: 'Everywhere' })
    for (let times = 0; times < 1234; times += 617) {
      await world.chat.proactive.counts.add(rule, 'shown')
    }
    const page = await client.get(pathOf(world)).loginAs(await world.user('admin'))
    page.assertStatus(200)
    assert.include(page.text(), 'on /pricing, after 1 second, about to leave')
    assert.include(page.text(), 'a page opens')
    ;(await client.get(pathOf(world)).loginAs(await world.user('employee'))).assertStatus(403)
  })

  test('a form is saved; one that is refused comes back as it was sent', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const admin = await world.user('admin')
    const send = (body: object) =>
      client.post(pathOf(world)).loginAs(admin).withCsrfToken().redirects(0).form(body)
    const refused = await send({
      name: 'Prices',
      message: 'Questions?',
      page_pattern: 'pricing page',
    })
    refused.assertStatus(422)
    assert.include(refused.text(), 'value="pricing page"')
    assert.include(refused.text(), 'Start with /, https:// or *')
    assert.lengthOf(await ProactiveRule.query().where('tenant_id', world.tenantId), 0)

    const body = { name: 'Prices', message: 'Questions?', is_active: '1', seconds_on_page: '20' }
    ;(await send({ ...body, sender_name: '', page_pattern: '' })).assertStatus(302)
    const [rule] = await ProactiveRule.query().where('tenant_id', world.tenantId)
    assert.deepEqual([rule.name, rule.secondsOnPage, rule.isActive], ['Prices', 20, true])
    assert.isNull(rule.pagePattern)
    const edited = await client
      .put(`${pathOf(world)}/${rule.externalId}`)
      .loginAs(admin)
      .withCsrfToken()
      .redirects(0)
      .form({ name: 'Prices', message: 'Questions?', exit_intent: '1' })
    edited.assertStatus(302)
    await rule.refresh()
    assert.isFalse(rule.isActive)
    assert.isTrue(rule.exitIntent)
    assert.isNull(rule.secondsOnPage)
  })
})
