/// <reference lib="dom" />
import { test } from '@japa/runner'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { ownServer } from '#tests/helpers/widget_client'
import { invitation, inviting, pass, visit } from '#tests/helpers/proactive_page'

test.group('When proactive messages appear (W15)', () => {
  test('never over a focused field or a dialog: it waits for both', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { website } = await inviting([{ triggerName: 'help' }], cleanup)
    await browserContext.clock.install()
    const { page } = await visit(browserContext, website.url)
    await page.evaluate(() => {
      const field = document.body.appendChild(document.createElement('input'))
      field.focus()
      ;(window as any).CrmChat('trigger', 'help')
    })
    await pass(page, 5)
    assert.equal(await invitation(page).count(), 0)
    await page.evaluate(() => {
      document.querySelector('input')!.blur()
      const dialog = document.body.appendChild(document.createElement('dialog'))
      dialog.show()
      ;(document.activeElement as HTMLElement).blur()
    })
    await pass(page, 5)
    assert.equal(await invitation(page).count(), 0)
    await page.evaluate(() => document.querySelector('dialog')!.close())
    await pass(page, 2)
    await invitation(page).waitFor()
  })

  test('each condition: page, scrolling, idling, leaving, language, visits, triggers', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { website } = await inviting(
      [
        { message: 'Language', language: 'fr' },
        { message: 'Visits', minVisits: 2 },
        { message: 'Page', pagePattern: '/bikes/*' },
        { message: 'Scroll', scrollPercent: 50 },
        { message: 'Idle', idleSeconds: 20 },
        { message: 'Leaving', exitIntent: true },
        { message: 'Trigger', triggerName: 'cart' },
      ],
      cleanup
    )
    await browserContext.clock.install()
    const { page } = await visit(browserContext, website.url)
    const newPage = async () => {
      await page.goto(website.url)
      await page.waitForFunction(() => (window as any).CrmChat?.q?.push !== Array.prototype.push)
    }
    const appears = async (text: string) => {
      await pass(page, 2)
      await invitation(page).getByText(text).waitFor()
    }
    await pass(page, 3)
    assert.equal(await invitation(page).count(), 0)
    await page.evaluate(() => history.pushState(null, '', '/bikes/gravel'))
    await appears('Page')

    await newPage()
    await page.evaluate(() => {
      document.body.style.minHeight = '300vh'
      scrollTo(0, document.documentElement.scrollHeight)
    })
    await appears('Scroll')

    await newPage()
    await pass(page, 25)
    await appears('Idle')

    await newPage()
    await page.evaluate(() =>
      document.dispatchEvent(new MouseEvent('mouseout', { clientY: -1, bubbles: true }))
    )
    await appears('Leaving')

    await newPage()
    await page.evaluate(() => (window as any).CrmChat('trigger', 'cart'))
    await appears('Trigger')

    await newPage()
    await page.evaluate(() => (document.documentElement.lang = 'fr-CA'))
    await appears('Language')

    await newPage()
    await pass(page, 5)
    assert.equal(await invitation(page).count(), 0)
    await page.close()
    const next = await browserContext.newPage()
    await next.clock.setSystemTime(Date.now() + 24 * 3600_000)
    await next.goto(website.url)
    await invitation(next).getByText('Visits').waitFor()
  })

  test('consent comes first: before it no second stage is loaded', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { world, website } = await inviting([{}], cleanup, { consentText: 'We store.' })
    const requests: string[] = []
    browserContext.on('request', (request) => {
      if (request.url().startsWith(ownServer())) requests.push(request.url())
    })
    const visitor = await VisitorPage.visit(browserContext, website.url)
    await visitor.page.waitForLoadState('networkidle')
    assert.deepEqual(requests, [`${ownServer()}/p/chat/${world.widget.publicKey}.js`])
    await visitor.launcher.click()
    await visitor.page.getByRole('button', { name: 'Agree and start chat' }).click()
    await visitor.composer.waitFor()
    await visitor.launcher.click()
    await invitation(visitor.page).waitFor()
  })

  test('who is in a conversation is not invited, and the end of the chat ends the rules', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { website, figures } = await inviting([{ triggerName: 'help' }], cleanup)
    await browserContext.clock.install()
    const visitor = await visit(browserContext, website.url)
    await visitor.openChat()
    await visitor.write('Hello')
    await visitor.state('Sent')
    await visitor.page.evaluate(() => (window as any).CrmChat('close'))
    await visitor.page.evaluate(() => (window as any).CrmChat('trigger', 'help'))
    await pass(visitor.page, 5)
    assert.equal(await invitation(visitor.page).count(), 0)
    await visitor.page.evaluate(() => (window as any).CrmChat('destroy'))
    await pass(visitor.page, 5)
    assert.equal((await figures()).shown, 0)
    assert.lengthOf(await visitor.page.evaluate(() => Object.keys(localStorage)), 0)
  })
})
