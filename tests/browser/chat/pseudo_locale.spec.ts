/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { WidgetAttributes } from '#chat/services/widgets/widget_attributes'
import { text } from '#chat/texts/text'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'
import { foreignTexts, speakPseudo } from '#tests/helpers/pseudo_locale'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { startWebsite } from '#tests/helpers/website'

const WIDGET: Partial<WidgetAttributes> = {
  name: 'Κατάστημα',
  welcomeTitle: 'Καλημέρα',
  welcomeMessage: 'Πώς μπορούμε να βοηθήσουμε;',
  inputPlaceholder: 'Γράψτε',
  offlineMessage: 'Λείπουμε',
  showBranding: true,
}

const WEBHOOK = {
  url: 'https://example.com/hook',
  description: 'Αποθήκη',
  events: ['chat.message.sent' as const],
  isActive: true,
  includeNotes: false,
  allowPrivate: false,
}

const QUESTION = 'Έχετε ποδήλατα;'

const FORMS = [
  '/settings/chat-widgets/create',
  '/settings/canned-responses/create',
  '/settings/chat-webhooks/create',
]

/** Notes which texts of which screen come from no catalogue. */
class Screens {
  readonly foreign: string[] = []

  async look(name: string, ...where: Parameters<typeof foreignTexts>) {
    for (const found of await foreignTexts(...where)) this.foreign.push(`${name}: ${found}`)
  }
}

/** A team whose data is in Greek letters, and one conversation with everything in it. */
async function busyWorld() {
  const world = await ChatWorld.create(WIDGET)
  const { chat, tenantId } = world
  const user = await world.user('admin', 'Άννα')
  const anna = await world.agent('Άννα', user)
  const bob = await world.agent('Βίκτωρ')
  await chat.agents.roster.add(tenantId, String(user.id), {
    maxConcurrentChats: 3,
    departmentIds: [],
    widgetIds: [],
  })
  const label = await chat.labels.create(tenantId, { name: 'Εγγύηση', color: '#336699' })
  const guest = await world.guest({ name: 'Ελένη', email: 'eleni@shop.example' })
  const { conversation } = await world.start(guest, 'Καλησπέρα')
  await chat.conversations.assign(conversation, bob, anna)
  await chat.conversations.assign(conversation, anna, bob)
  await chat.conversations.triage.addLabel(conversation, label, anna)
  await chat.conversations.triage.setPriority(conversation, 'high', anna)
  await world.reply(conversation, anna, 'Γεια')
  await world.reply(conversation, anna, 'Μόνο για μας', true)
  await world.start(await world.guest({ name: 'Μάριος' }), 'Καλημέρα')
  await chat.cannedResponses.create(
    tenantId,
    { shortcut: 'geia', title: 'Χαιρετισμός', content: 'Γεια' },
    null
  )
  const { webhook } = await chat.webhooks.create(tenantId, WEBHOOK, null)
  await chat.webhooks.test(webhook)
  return { world, user, anna, label, conversation, webhook }
}

/** The conversation that begins with the visitor's question. */
async function askedIn({ chat, tenantId }: ChatWorld) {
  const request = { filter: 'open' as const, agentId: null, limit: 10 }
  const { conversations } = await chat.inbox.list(tenantId, request)
  return conversations.find(({ lastMessage }) => lastMessage === QUESTION)!
}

async function setUp({ browser, cleanup }: TestContext) {
  cleanup(speakPseudo())
  const busy = await busyWorld()
  const agent = await AgentPage.inNewBrowser({ browser, cleanup }, busy.user.email)
  return { ...busy, agent, page: agent.page, screens: new Screens() }
}

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

  test('in the inbox', async (ctx) => {
    const { agent, page, screens, conversation } = await setUp(ctx)
    await agent.visit('/chat')
    await agent.connection('live')
    await screens.look('inbox', page)
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').waitFor()
    await screens.look('palette', page)
    await page.keyboard.press('Escape')
    await agent.visit(`/chat/${conversation.externalId}`)
    await agent.connection('live')
    await screens.look('conversation', page)
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').waitFor()
    await screens.look('palette of a conversation', page)
    await page.keyboard.press('Escape')
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

  test('in lists of the inbox, its search, help and bulk bar', async (ctx) => {
    const { agent, page, screens } = await setUp(ctx)
    for (const filter of ['pending', 'active', 'waiting', 'snoozed', 'resolved', 'archived']) {
      await agent.visit(`/chat?filter=${filter}`)
      await screens.look(filter, page)
    }
    await agent.visit('/chat')
    await agent.connection('live')
    const search = page.getByRole('searchbox')
    const status = page.getByRole('status').filter({ hasText: '⟦' })
    await search.fill('Μάριος')
    await page.locator('.chat-row mark').first().waitFor()
    await screens.look('found', page)
    await search.fill('Ψψψψψ')
    await page.locator('.chat-empty').waitFor()
    await status.first().waitFor()
    await screens.look('nothing found', page)
    await search.press('Escape')
    await agent.rows.first().locator('mark').waitFor({ state: 'detached' })

    await agent.rows.first().getByRole('link').focus()
    await page.keyboard.press('?')
    await page.locator('.chat-help dd').first().waitFor()
    await screens.look('help', page)
    await page.keyboard.press('Escape')

    await agent.rows.first().getByRole('checkbox').check()
    await page.locator('.chat-bulk__count', { hasText: '1' }).waitFor()
    await screens.look('bulk bar', page)
    await page.locator('.chat-bulk button[formaction*="/resolve"]').click()
    await page.locator('.chat-toast').waitFor()
    await screens.look('resolved', page)
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

  test('for visitors who are asked for their details', async (ctx) => {
    ctx.cleanup(speakPseudo())
    const screens = new Screens()
    for (const contactRequired of [true, false]) {
      const isAsked = { collectName: contactRequired, collectEmail: contactRequired }
      const world = await ChatWorld.create({ ...WIDGET, ...isAsked, contactRequired })
      const website = await startWebsite(world.widget.publicKey)
      ctx.cleanup(() => website.close())
      const context = await ctx.browser.newContext()
      ctx.cleanup(() => context.close())
      const visitor = await VisitorPage.visit(context, website.url)
      await visitor.launcher.click()
      const composer = visitor.frame.getByRole('textbox').last()
      await composer.fill(QUESTION)
      await composer.press('Enter')
      const form = visitor.frame.locator('form.contact:not([hidden])')
      await form.waitFor()
      const frame = visitor.page.frames().find((each) => each.url().includes('/p/chat/'))!
      await screens.look('form', frame)
      await form.locator('input[type=email]').fill('x')
      await form.locator('button').first().click()
      await form.locator('[aria-invalid=true]').first().waitFor()
      await screens.look('form, refused', frame)
      await form.locator('input[type=email]').fill('eleni@shop.example')
      if (contactRequired) await form.locator('input').first().fill('Ελένη')
      await form.locator('button').first().click()
      await form.waitFor({ state: 'hidden' })
      await screens.look('form, accepted', frame)
    }
    ctx.assert.deepEqual(screens.foreign, [])
  }).timeout(60_000)

  test('for visitors', async (ctx) => {
    const { world, anna, screens } = await setUp(ctx)
    const website = await startWebsite(world.widget.publicKey)
    ctx.cleanup(() => website.close())
    const context = await ctx.browser.newContext()
    ctx.cleanup(() => context.close())
    const visitor = await VisitorPage.visit(context, website.url)
    const frame = () => visitor.page.frames().find((each) => each.url().includes('/p/chat/'))!
    await screens.look('launcher', visitor.page, 'crm-chat')
    await visitor.launcher.click()
    const composer = visitor.frame.getByRole('textbox').last()
    await composer.waitFor()
    await screens.look('widget', frame())
    await composer.fill(QUESTION)
    await composer.press('Enter')
    await visitor.state(text('widget.sent'))
    await screens.look('first message', frame())
    const conversation = await askedIn(world)
    await world.reply(conversation, anna, 'Καλώς ήρθατε')
    await visitor.frame.locator('.bubble:not(.own)').waitFor()
    await screens.look('conversation', frame())
    await world.chat.conversations.resolve(conversation, anna)
    await visitor.frame.locator('.rating').waitFor()
    await screens.look('rating', frame())
    await context.setOffline(true)
    await composer.fill('Ακόμα κάτι')
    await composer.press('Enter')
    await visitor.frame.locator('.bubble.own').nth(1).waitFor()
    await screens.look('offline', frame())
    ctx.assert.deepEqual(screens.foreign, [])
  }).timeout(60_000)
})
