/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { findings } from '#tests/helpers/accessibility'
import { ChatWorld } from '#tests/helpers/chat_world'
import { clickOnShown, fakePushManager, pushedWorker } from '#tests/helpers/fake_push'
import { visitorOf, visitorWhoWrote } from '#tests/helpers/website_visitor'
import VisitorBrowser from '#chat/models/visitor_browser'
import { soon } from '../../functional/chat/routing/team.js'

const QUESTION = 'Want a notification here when we reply?'
const IS_ON = 'We’ll notify you here when we reply.'

const scopesIn = (page: Page) =>
  page.evaluate(async () => {
    const all = await navigator.serviceWorker.getRegistrations()
    return all.map(({ scope }) => new URL(scope).pathname)
  })

test.group('Pushes to visitors in the browser', () => {
  test('are asked for after the first reply, on a click, by the website’s page, and turned off again', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    await browserContext.addInitScript(fakePushManager)
    await browserContext.addInitScript(() => {
      const { requestPermission } = Notification
      Notification.requestPermission = () => {
        // The browser asks only while the click in the frame counts for this page
        if (!navigator.userActivation.isActive) return Promise.resolve('denied' as const)
        return requestPermission.call(Notification)
      }
    })
    const world = await ChatWorld.create({ pushReplies: true })
    const { visitor } = await visitorWhoWrote('Hello', world, browserContext, cleanup)
    const question = visitor.frame.getByText(QUESTION)
    const conversation = await world.onlyConversation()
    const agent = await world.agent('Anna Agent')
    const browsers = () => VisitorBrowser.query().where('tenant_id', world.tenantId)
    assert.equal(await question.count(), 0)
    await world.reply(conversation, agent, 'Hi')
    await question.waitFor()
    assert.isEmpty(await scopesIn(visitor.page))
    assert.deepEqual(await findings(visitor.page, { within: 'crm-chat' }), [])

    await visitor.frame.getByRole('button', { name: 'Notify me' }).click()
    await visitor.frame.getByText(IS_ON).waitFor()
    assert.deepEqual(await scopesIn(visitor.page), ['/crm-chat-push/'])
    const [row] = await browsers()
    assert.equal(row.visitorId, conversation.visitorId)
    await visitor.page.reload()
    await visitor.frame.getByText(IS_ON).waitFor()

    await visitor.frame.getByRole('button', { name: 'Turn off' }).click()
    await question.waitFor()
    assert.isEmpty(await browsers())
    await visitor.frame.getByRole('button', { name: 'Not now' }).click()
    await question.waitFor({ state: 'hidden' })
    await visitor.page.reload()
    await visitor.composer.waitFor()
    await world.reply(conversation, agent, 'Still here')
    await visitor.frame.getByText('Still here').waitFor()
    assert.equal(await question.count(), 0)
  })

  test('are asked for nowhere else, and a browser that does not allow them says so', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    await browserContext.addInitScript(fakePushManager)
    await browserContext.addInitScript(() => {
      Notification.requestPermission = () => Promise.resolve('denied' as const)
    })
    const answered = async (pushReplies: boolean) => {
      const world = await ChatWorld.create({ pushReplies })
      const { visitor } = await visitorWhoWrote('Hello', world, browserContext, cleanup)
      await world.reply(await world.onlyConversation(), await world.agent(), 'Hi')
      await visitor.frame.getByText('Hi', { exact: true }).waitFor()
      return { world, visitor }
    }
    const without = await answered(false)
    const { world, visitor } = await answered(true)
    await visitor.frame.getByRole('button', { name: 'Notify me' }).click()
    await visitor.frame.getByText('We couldn’t turn on notifications in this browser.').waitFor()
    assert.lengthOf(await VisitorBrowser.query().where('tenant_id', world.tenantId), 0)
    assert.equal(await without.visitor.frame.getByText(QUESTION).count(), 0)
  })

  test('the website’s worker shows a reply once, and leads to the chat', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const world = await ChatWorld.create({ pushReplies: true })
    await browserContext.addInitScript(fakePushManager)
    const { visitor, website } = await visitorOf(world, browserContext, cleanup)
    const { page } = visitor
    const { worker, deliver } = await pushedWorker(page, '/crm-chat-push.js', '/crm-chat-push/')
    const push = (version: string) =>
      deliver({
        ...{ topic: 't', version, title: 'Anna Agent', body: version, conversation: 'c' },
        url: `${website.url}/repairs`,
      })
    const shown = () =>
      worker.evaluate(() => {
        const all = (self as unknown as { shown: Record<string, unknown>[] }).shown
        return all.map(({ title, body, silent }) => ({ title, body, silent }))
      })
    await page.goto('about:blank')
    for (const [count, version] of ['one', 'one', 'two'].entries()) {
      await push(version)
      await soon(async () => (await shown()).length > count, 20_000)
    }
    assert.deepEqual(await shown(), [
      { title: 'Anna Agent', body: 'one', silent: false },
      { title: 'Anna Agent', body: 'one', silent: true },
      { title: 'Anna Agent', body: 'two', silent: false },
    ])
    const script = page.waitForResponse(/rules\.js$/)
    await page.goto(website.url)
    await script
    await page.evaluate(() => sessionStorage.clear())
    await page.reload()
    await visitor.launcher.waitFor()
    await soon(async () => {
      await worker.evaluate(clickOnShown)
      return visitor.composer.isVisible()
    }, 20_000)

    await page.evaluate(() => sessionStorage.clear())
    await page.goto('about:blank')
    await page.goto(`${website.url}/repairs#crm-chat`)
    await visitor.composer.waitFor()
    assert.equal(new URL(page.url()).hash, '')
  })
})
