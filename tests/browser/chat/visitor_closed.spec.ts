/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { BrowserContext } from 'playwright'
import { findings } from '#tests/helpers/accessibility'
import { ChatWorld } from '#tests/helpers/chat_world'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { visitorWhoWrote } from '#tests/helpers/website_visitor'

/** A visitor who has written and put the chat away, and the agent who answers. */
async function awaitingVisitor(context: BrowserContext, cleanup: TestContext['cleanup']) {
  const world = await ChatWorld.create()
  const { website, visitor } = await visitorWhoWrote(
    'Do you repair e-bikes?',
    world,
    context,
    cleanup
  )
  await visitor.connection('We’re away right now')
  await visitor.launcher.click()

  const agent = await world.agent()
  const conversation = await world.onlyConversation()
  const reply = (text: string) => world.reply(conversation, agent, text)
  return { visitor, website, reply, preview: visitor.page.getByRole('status') }
}

test.group('A visitor whose chat is closed', () => {
  test('reads who has answered and what beside the launcher, and in the title of the page', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { visitor, reply, preview } = await awaitingVisitor(browserContext, cleanup)
    const { page } = visitor
    const title = await page.title()
    const titled = (wanted: string) => page.waitForFunction((it) => document.title === it, wanted)

    await reply('We do, every day')
    await preview.getByText('Anna Agent').waitFor()
    await preview.getByText('We do, every day').waitFor()
    await titled(`(1) ${title}`)
    assert.equal(await visitor.launcher.getAttribute('aria-label'), 'Chat, 1 unread')
    assert.deepEqual(await findings(page, { within: 'crm-chat' }), [])

    // A title that the page sets itself is left alone, and counted on from
    await page.evaluate(() => (document.title = 'Basket'))
    await reply(`Bring it in. ${'We look at it while you wait. '.repeat(20)}`)
    await titled('(2) Basket')
    const text = await preview.getByText('Bring it in.').textContent()
    assert.isBelow(text!.length, 150)
    assert.match(text!, /…$/)

    await preview.getByText('Bring it in.').click()
    await visitor.frame.locator('textarea:focus').waitFor()
    await preview.getByText('Bring it in.').waitFor({ state: 'hidden' })
    await titled('Basket')
  })

  test('dismisses the preview by button or Escape; it comes back for the next message only', async ({
    browserContext,
    cleanup,
  }) => {
    const { visitor, reply, preview } = await awaitingVisitor(browserContext, cleanup)
    const { page } = visitor
    await reply('First answer')
    await preview.getByRole('button', { name: 'Dismiss message' }).click()
    await preview.getByText('First answer').waitFor({ state: 'hidden' })

    await page.reload()
    await page.getByRole('button', { name: 'Chat, 1 unread' }).waitFor()
    await reply('Second answer')
    await preview.getByText('Second answer').waitFor()
    await preview.getByRole('button', { name: 'Dismiss message' }).focus()
    await page.keyboard.press('Escape')
    await preview.getByText('Second answer').waitFor({ state: 'hidden' })
    await page.waitForFunction(() => document.activeElement?.localName === 'crm-chat')
  })

  test('dismisses the preview in one tab for all of them, and on the next page', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { visitor, website, reply, preview } = await awaitingVisitor(browserContext, cleanup)
    const other = await VisitorPage.visit(browserContext, `${website.url}/repairs`)
    await reply('We do, every day')
    for (const { page } of [visitor, other]) {
      await page.getByRole('status').getByText('We do, every day').waitFor()
    }
    await preview.getByRole('button', { name: 'Dismiss message' }).click()
    for (const { page } of [visitor, other]) {
      await page.getByText('We do, every day').waitFor({ state: 'detached' })
      await page.getByRole('button', { name: 'Chat, 1 unread' }).waitFor()
    }
    for (const { page } of [visitor, other]) {
      await page.reload()
      await page.getByRole('button', { name: 'Chat, 1 unread' }).waitFor()
      assert.equal(await page.getByRole('status').textContent(), '')
    }
  })

  test('finds the panel on the next page as they left it, without being thrown into it', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { visitor, website } = await awaitingVisitor(browserContext, cleanup)
    const { page } = visitor
    await visitor.openChat()
    await page.goto(`${website.url}/repairs`)
    await visitor.shows(['Do you repair e-bikes?'])
    await visitor.composer.waitFor()
    assert.equal(await page.evaluate(() => document.activeElement?.localName), 'body')

    // A tab of its own begins closed
    const other = await VisitorPage.visit(browserContext, website.url)
    await other.page.getByRole('button', { name: 'Chat', expanded: false }).waitFor()

    // On a phone it covers the page: there it comes back on the same page only
    await page.setViewportSize({ width: 390, height: 844 })
    await page.reload()
    await visitor.composer.waitFor()
    await page.goto(website.url)
    await page.getByRole('button', { name: 'Chat', expanded: false }).waitFor()

    await page.setViewportSize({ width: 1024, height: 768 })
    await page.goto(`${website.url}/repairs`)
    await visitor.composer.waitFor()
    await visitor.launcher.click()
    await page.reload()
    await page.getByRole('button', { name: 'Chat', expanded: false }).waitFor()
  })
})
