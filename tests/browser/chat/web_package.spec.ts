/// <reference lib="dom" />
import { test } from '@japa/runner'
import { tracesOf } from '#tests/helpers/page_traces'
import { openWebApp, type AppWindow } from '#tests/helpers/web_app'

const PLAIN = `
  import { renderWebWidget } from 'crm-chat-web'
  window.app = { render: (more) => renderWebWidget({ ...OPTIONS, ...more }) }
`

test.group('The package for websites', () => {
  test('shows the chat as the website wants it, and drives it', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { page, visitor } = await openWebApp(browserContext, cleanup, PLAIN)
    await page.evaluate(() => {
      const { app } = window as unknown as AppWindow
      const look = { primaryColor: '#AA0033', companyName: 'Blue Bakery', position: 'top-left' }
      app.rendered = app.render(look)
      app.events = []
      app.rendered.on('open', () => app.events.push('open'))
      app.rendered.on('message', () => app.events.push('message'))
      app.rendered.open()
    })
    await visitor.composer.waitFor()
    assert.equal(
      await visitor.frame.getByRole('heading', { level: 1 }).textContent(),
      'Blue Bakery'
    )
    const colour = await visitor.launcher.evaluate(
      (button) => getComputedStyle(button).backgroundColor
    )
    assert.equal(colour, 'rgb(170, 0, 51)')
    const box = await visitor.launcher.boundingBox()
    assert.isBelow(box!.x + box!.y, 100)
    const head = visitor.frame.locator('header')
    assert.equal(await head.evaluate((it) => getComputedStyle(it).backgroundColor), colour)

    await visitor.write('Do you deliver?')
    await visitor.state('Sent')
    const events = () => page.evaluate(() => (window as unknown as AppWindow).app.events)
    assert.equal((await events())[0], 'open')
    await page.evaluate(() => (window as unknown as AppWindow).app.rendered.close())
    await visitor.composer.waitFor({ state: 'hidden' })
  })

  test('mounted and removed fifty times leaves nothing, and the visitor is known afterwards', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { page, visitor } = await openWebApp(browserContext, cleanup, PLAIN)
    const before = await tracesOf(page)
    const mount = () =>
      page.evaluate(() => {
        const { app } = window as unknown as AppWindow
        app.rendered = app.render()
        return new Promise((resolve) => app.rendered.on('ready', resolve))
      })
    const remove = () => page.evaluate(() => (window as unknown as AppWindow).app.rendered.remove())
    await mount()
    await visitor.openChat()
    await visitor.write('Remember me')
    await visitor.state('Sent')
    await remove()
    for (let round = 0; round < 49; round += 1) {
      await mount()
      await remove()
    }
    const { stored, ...after } = await tracesOf(page)
    assert.isNotEmpty(stored)
    assert.deepEqual({ ...after, stored: [] }, { ...before, stored: [] })

    await mount()
    await visitor.shows(['Remember me'])
    await page.evaluate(() => (window as unknown as AppWindow).app.rendered.destroy())
    assert.deepEqual(await tracesOf(page), before)
  })

  test('removed before its script has come shows nothing, and rendered again in that turn stays', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { page, visitor } = await openWebApp(browserContext, cleanup, PLAIN)
    const before = await tracesOf(page)
    const loaded = page.waitForResponse(/\/p\/chat\/.*\.js/)
    await page.evaluate(() => (window as unknown as AppWindow).app.render().remove())
    await (await loaded).finished()
    await page.waitForFunction(() => !(window as unknown as AppWindow).CrmChat)
    assert.deepEqual(await tracesOf(page), before)

    await page.evaluate(() => {
      const { app } = window as unknown as AppWindow
      app.render().remove()
      app.rendered = app.render()
    })
    await visitor.launcher.waitFor()
    assert.equal(await page.locator('crm-chat').count(), 1)
  })

  test('refuses a second chat on the page, and says so', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { page, options } = await openWebApp(browserContext, cleanup, PLAIN)
    const refusal = (more: object) =>
      page.evaluate((given) => {
        try {
          ;(window as unknown as AppWindow).app.render(given)
          return null
        } catch (error) {
          return (error as Error).message
        }
      }, more)
    assert.isNull(await refusal({}))
    assert.isNull(await refusal({}))
    assert.match((await refusal({ position: 'top-left' }))!, /another chat is on this page/)

    await page.reload()
    await page.addScriptTag({ url: `${options.apiUrl}/p/chat/${options.token}.js` })
    await page.addScriptTag({ url: '/app.js', type: 'module' })
    await page.waitForFunction(() => Boolean((window as unknown as AppWindow).app))
    assert.match((await refusal({}))!, /includes the chat by a script already/)
  })

  test('says when the script cannot be loaded, and loads it when the network is back', async ({
    browserContext,
    cleanup,
  }) => {
    const { page, visitor } = await openWebApp(browserContext, cleanup, PLAIN)
    await browserContext.setOffline(true)
    await page.evaluate(() => {
      const { app } = window as unknown as AppWindow
      app.rendered = app.render()
      return new Promise((resolve) => app.rendered.on('error', resolve))
    })
    await browserContext.setOffline(false)
    await visitor.launcher.waitFor()
  })
})
