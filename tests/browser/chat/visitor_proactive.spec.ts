/// <reference lib="dom" />
import { test } from '@japa/runner'
import Visitor from '#chat/models/visitor'
import { findings } from '#tests/helpers/accessibility'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { TEXT, invitation, inviting, pass, reload, visit } from '#tests/helpers/proactive_page'

test.group('Proactive messages in the browser (W15)', () => {
  test('after its time a message appears, is answered, and only then a row exists', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { world, website, rules, figures } = await inviting(
      [{ secondsOnPage: 30, delaySeconds: 5 }],
      cleanup
    )
    await browserContext.clock.install()
    const visitor = await visit(browserContext, website.url)
    const shown = invitation(visitor.page)
    await pass(visitor.page, 33)
    assert.equal(await shown.count(), 0)
    const reported = visitor.page.waitForResponse(/\/shown$/)
    await pass(visitor.page, 4)
    await shown.getByText(TEXT).waitFor()
    await reported
    assert.deepEqual(await findings(visitor.page), [])
    const keys = await visitor.page.evaluate(() => Object.keys(localStorage))
    assert.deepEqual(keys, [`crmchat:${world.widget.publicKey}:p:${rules[0].externalId}`])
    assert.lengthOf(await Visitor.query().where('widget_id', world.widget.id), 0)
    assert.deepEqual(await figures(), { shown: 1, dismissed: 0, answered: 0 })

    await shown.click()
    await visitor.frame.getByText(TEXT).waitFor()
    await visitor.write('Yes, please')
    await visitor.state('Sent')
    await visitor.shows([TEXT, 'Yes, please'])
    assert.equal((await world.onlyConversation()).lastMessage, 'Yes, please')
    assert.deepEqual(await figures(), { shown: 1, dismissed: 0, answered: 1 })
  })

  test('a message that always matches is shown once: over pages, reloads, routes and tabs', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { website, figures } = await inviting([{}], cleanup)
    await browserContext.clock.install()
    const [first, second] = await Promise.all([
      visit(browserContext, website.url),
      visit(browserContext, website.url),
    ])
    await first.page.bringToFront()
    await pass(first.page, 3)
    await second.page.bringToFront()
    await pass(second.page, 3)
    const shown = async () =>
      (await invitation(first.page).count()) + (await invitation(second.page).count())
    assert.equal(await shown(), 1)

    await reload(second)
    for (const path of ['/bikes/city', '/bikes/gravel', '/bikes/city']) {
      await second.page.evaluate((to) => history.pushState(null, '', to), path)
      await pass(second.page, 5)
    }
    await reload(first)
    await first.page.bringToFront()
    await pass(first.page, 60)
    assert.equal(await shown(), 0)
    assert.equal((await figures()).shown, 1)
  })

  test('dismissed by keyboard it stays dismissed, is counted, and the next one may come', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { website, figures } = await inviting([{}, { message: 'Still here?' }], cleanup)
    await browserContext.clock.install()
    const { page } = await visit(browserContext, website.url)
    await invitation(page).waitFor()
    const counted = page.waitForResponse(/\/dismissed$/)
    await page.locator('crm-chat .preview .show').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await counted
    assert.equal(await invitation(page).count(), 0)
    assert.deepEqual(await figures(), { shown: 1, dismissed: 1, answered: 0 })
    await pass(page, 30)
    assert.equal(await invitation(page).count(), 0)
    await page.reload()
    await invitation(page).getByText('Still here?').waitFor()
  })

  test('a trigger that is called before the script has loaded is heard', async ({
    browserContext,
    cleanup,
  }) => {
    const { website } = await inviting([{ triggerName: 'early' }], cleanup)
    await browserContext.addInitScript(() => {
      const stub: any = (...call: unknown[]) => (stub.q = [...(stub.q ?? []), call])
      ;(window as any).CrmChat = stub
      stub('trigger', 'early')
    })
    const { page } = await VisitorPage.visit(browserContext, website.url)
    await invitation(page).waitFor()
  })
})
