/// <reference lib="dom" />
import { test } from '@japa/runner'
import { text } from '#chat/texts/text'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { setUp, WIDGET } from '#tests/helpers/pseudo_screens'

const FORMS = [
  '/settings/chat-widgets/create',
  '/settings/canned-responses/create',
  '/settings/chat-webhooks/create',
]

test.group('Every text on the screen comes from the catalogue', () => {
  test('on the pages of settings and team', async (ctx) => {
    const { agent, page, screens, world, anna, webhook } = await setUp(ctx)
    const widget = `/settings/chat-widgets/${world.widget.externalId}`
    const paths = [
      '/settings/chat-widgets',
      '/settings/chat-widgets/create',
      `${widget}/edit`,
      `${widget}/try`,
      '/settings/chat-widgets/setup',
      '/settings/chat-labels',
      '/settings/canned-responses',
      '/settings/canned-responses/create',
      '/settings/chat-webhooks',
      '/settings/chat-webhooks/create',
      `/settings/chat-webhooks/${webhook.externalId}`,
      `/settings/chat-webhooks/${webhook.externalId}/edit`,
      '/settings/chat-audit',
      '/chat/agents',
      '/chat/agents/create',
      `/chat/agents/${anna.externalId}/edit`,
      '/chat/dashboard',
      '/chat/api',
      '/chat/notifications/settings',
    ]
    for (const path of paths) {
      const answer = await agent.visit(path)
      ctx.assert.equal(answer!.status(), 200, path)
      await screens.look(path, page)
    }
    for (const path of FORMS) {
      await agent.visit(path)
      await page.evaluate(() => {
        const form = document.querySelector<HTMLFormElement>('main form[method=POST i]')!
        for (const field of form.querySelectorAll<HTMLInputElement>(
          'input[type=text], input:not([type]), input[type=url], textarea'
        ))
          field.value = ''
        form.noValidate = true
        form.requestSubmit()
      })
      await page.locator('[aria-invalid=true], .crm-flash, .chat-error').first().waitFor()
      await screens.look(`${path}, refused`, page)
    }
    ctx.assert.deepEqual(screens.foreign, [])
  }).timeout(60_000)

  test('where the server refuses a field: in the inbox, on pages of the team, to visitors', async (ctx) => {
    const { agent, page, screens, world, conversation, anna } = await setUp(ctx)
    await agent.visit(`/chat/${conversation.externalId}`)
    await agent.connection('live')
    await page.locator('[data-menu-inline="contact"] > summary').click()
    const contact = page.locator('form[data-act="contact"]')
    await contact.locator('[name=email]').fill('κανείς')
    await contact.evaluate((form: HTMLFormElement) => void (form.noValidate = true))
    await contact.locator('button').click()
    const refused = text('validation.email').replace('{{ field }}', text('validation.fields.email'))
    await page.getByText(refused).first().waitFor()
    await screens.look('contact, refused', page)

    await agent.visit(`/chat/agents/${anna.externalId}/edit`)
    const settings = page.locator('main form:has([name=max_concurrent_chats])')
    await settings.locator('[name=max_concurrent_chats]').fill('99')
    await settings.evaluate((form: HTMLFormElement) => {
      form.noValidate = true
      form.requestSubmit()
    })
    await page.locator('[aria-invalid=true], .crm-flash, .chat-error').first().waitFor()
    await screens.look('agent, refused', page)

    const { browser } = await world.guest()
    const { status, json } = await browser.post('/conversations', { email: 'x', content: 5 })
    ctx.assert.equal(status, 422)
    for (const { message } of json.errors) ctx.assert.match(message, /^⟦.*⟧$/)
    ctx.assert.deepEqual(screens.foreign, [])
  }).timeout(60_000)

  test('where nothing is, on a record of the CRM, and on the page of an error', async (ctx) => {
    const { agent, page, screens, world, anna, conversation } = await setUp(ctx)
    const person = await world.chat.crm.promoteToPerson(conversation, anna)
    await agent.visit(person.url)
    await page.locator('.chat-record').waitFor()
    await screens.look('record', page, '.chat-record')
    const gone = await agent.visit(`/chat/agents/${world.widget.externalId}/edit`)
    ctx.assert.equal(gone!.status(), 404)
    await page.locator('.chat-error').waitFor()
    await screens.look('error', page)

    const empty = await ChatWorld.create(WIDGET)
    const context = await ctx.browser.newContext()
    ctx.cleanup(() => context.close())
    const user = await empty.user('admin', 'Νίκος')
    const newcomer = await AgentPage.logIn(context, user.email)
    await newcomer.visit('/chat')
    await newcomer.page.locator('.chat-empty').first().waitFor()
    await screens.look('empty inbox', newcomer.page)
    await empty.chat.widgets.remove(empty.widget, String(user.id))
    await newcomer.page.reload()
    await newcomer.page.locator('.chat-empty a[href$="/setup"]').first().waitFor()
    await screens.look('inbox without a widget', newcomer.page)
    ctx.assert.deepEqual(screens.foreign, [])
  }).timeout(60_000)
})
