/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { Locator, Page, Request } from 'playwright'
import { AgentPage } from '#tests/helpers/agent_page'
import { ChatWorld } from '#tests/helpers/chat_world'

const hasFocus = (element: Locator) => element.evaluate((each) => each === document.activeElement)

/** Anna with an open conversation, and Bob, who works on it elsewhere. */
async function atWork(
  { browser, cleanup }: TestContext,
  before?: (page: Page) => Promise<unknown>
) {
  const world = await ChatWorld.create()
  const user = await world.user('manager', 'Anna Agent')
  const bob = await world.agent('Bob Busy')
  const { conversation } = await world.chatting({ name: 'Vera Visitor' })
  const context = await browser.newContext()
  cleanup(() => context.close())
  const agent = await AgentPage.logIn(context, user.email)
  await before?.(agent.page)
  await agent.visit(`/chat/${conversation.externalId}`)
  await agent.connection('live')
  return { world, bob, conversation, agent, page: agent.page }
}

test.group('A pane that a teammate changes', () => {
  test('keeps what is being typed, the open menu and the focus', async (ctx) => {
    const { assert } = ctx
    const { world, bob, conversation, agent, page } = await atWork(ctx)
    const { triage } = world.chat.conversations
    const label = await world.chat.labels.create(world.tenantId, { name: 'VIP', color: '#336699' })

    await page.locator('[data-menu-inline="contact"] > summary').click()
    const name = agent.context.getByLabel('Name', { exact: true })
    await name.fill('Vera V')
    await triage.addLabel(conversation, label, bob)
    await agent.context.locator('[data-act="unlabel"]', { hasText: 'VIP' }).waitFor()
    assert.equal(await name.inputValue(), 'Vera V')
    assert.isTrue(await hasFocus(name))

    const menu = page.locator('[data-menu="priority"]')
    await menu.locator('summary').click()
    await page.keyboard.press('ArrowDown')
    const entry = menu.getByRole('button').first()
    assert.isTrue(await hasFocus(entry))
    await triage.setPriority(conversation, 'high', bob)
    await menu.locator('[aria-current]', { hasText: 'High' }).waitFor()
    assert.isTrue(await menu.evaluate((details: HTMLDetailsElement) => details.open))
    assert.isTrue(await hasFocus(entry))

    await menu.getByRole('button', { name: 'Urgent' }).click()
    await page.getByText('Anna Agent set the priority to Urgent').first().waitFor()
    assert.isTrue(await hasFocus(menu.locator('summary')))
  })

  test('keeps what an agent opens and types before the page has asked for anything', async (ctx) => {
    const { assert } = ctx
    const asks = Promise.withResolvers<void>()
    const { world, bob, conversation, agent, page } = await atWork(ctx, (each) =>
      each.route(/\/context\?/, async (route) => {
        await asks.promise
        await route.continue()
      })
    )
    await page.locator('[data-menu-inline="contact"] > summary').click()
    const name = agent.context.getByLabel('Name', { exact: true })
    await name.fill('Vera V')
    await world.chat.conversations.triage.setPriority(conversation, 'high', bob)
    asks.resolve()
    const priority = page.locator('[data-menu="priority"]')
    await priority.locator('[aria-current]', { hasText: 'High' }).waitFor({ state: 'attached' })
    assert.equal(await name.inputValue(), 'Vera V')
    assert.isTrue(await hasFocus(name))
  })

  test('an open menu is about the assignee that it was opened on, the next time about the new one', async (ctx) => {
    const { assert } = ctx
    const { world, bob, conversation, page } = await atWork(ctx)
    const menu = page.locator('[data-menu="assign"]')
    const toMe = menu.getByRole('option', { name: 'Assign to me' })
    const seen = menu.locator('input[name="seen"]').first()

    await menu.locator('summary').click()
    await world.chat.conversations.assign(conversation, bob, bob)
    await menu.locator('summary', { hasText: 'Bob Busy' }).waitFor()
    await toMe.click()
    await page.locator('.chat-toast', { hasText: 'Bob Busy' }).waitFor()
    assert.equal((await world.stored(conversation)).agentId, bob.id)

    await page.waitForFunction(
      (input) => Boolean((input as HTMLInputElement).value),
      await seen.elementHandle()
    )
    await menu.locator('summary').click()
    await toMe.click()
    await menu.locator('summary', { hasText: 'You' }).waitFor()
    assert.notEqual((await world.stored(conversation)).agentId, bob.id)

    const mine = await seen.inputValue()
    await menu.locator('summary').click()
    await world.chat.conversations.assign(conversation, bob, bob)
    await menu.locator('summary', { hasText: 'Bob Busy' }).waitFor()
    assert.equal(await seen.inputValue(), mine)
    await page.keyboard.press('Escape')
    await page.waitForFunction(([input, before]) => (input as HTMLInputElement).value !== before, [
      await seen.elementHandle(),
      mine,
    ] as const)
  })

  test('shows the newest state, also when an older answer arrives last', async (ctx) => {
    const { assert } = ctx
    const { world, bob, conversation, page } = await atWork(ctx)
    const carla = await world.agent('Carla Calm')
    const summary = page.locator('[data-menu="assign"] summary')
    const shown = await summary.evaluateHandle((element) => {
      const texts: string[] = []
      const note = () => texts.push(element.textContent!)
      new MutationObserver(note).observe(element, {
        subtree: true,
        childList: true,
        characterData: true,
      })
      return texts
    })
    const isHeld = Promise.withResolvers<Request>()
    const isReleased = Promise.withResolvers<void>()
    await page.route(
      /\/context\?/,
      async (route) => {
        const response = await route.fetch()
        isHeld.resolve(route.request())
        await isReleased.promise
        await route.fulfill({ response })
      },
      { times: 1 }
    )

    await summary.click()
    const held = await isHeld.promise
    await world.chat.conversations.assign(conversation, bob, bob)
    await summary.filter({ hasText: 'Bob Busy' }).waitFor()
    isReleased.resolve()
    await (await held.response())!.finished()
    await world.chat.conversations.assign(conversation, carla, bob)
    await summary.filter({ hasText: 'Carla Calm' }).waitFor()
    const texts = (await shown.jsonValue()).map(
      (each) => /Bob Busy|Carla Calm|Unassigned/.exec(each)?.[0]
    )
    assert.deepEqual(
      texts.filter((each, n) => each !== texts[n - 1]),
      ['Bob Busy', 'Carla Calm']
    )
  })

  test('is brought up to date after a request that failed', async (ctx) => {
    const { world, bob, conversation, page } = await atWork(ctx)
    // More often than one change asks by itself
    await page.route(/\/context\?/, (route) => route.abort(), { times: 3 })
    await world.chat.conversations.assign(conversation, bob, bob)
    await page.locator('[data-menu="assign"] summary', { hasText: 'Bob Busy' }).waitFor()
  })
})
