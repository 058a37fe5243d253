/// <reference lib="dom" />
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { BrowserContext } from 'playwright'
import { ChatWorld } from '#tests/helpers/chat_world'
import { countTraces, tracesOf } from '#tests/helpers/page_traces'
import { startPlainWebsite } from '#tests/helpers/plain_website'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { runWebApp } from '#tests/helpers/web_app'
import { ownServer } from '#tests/helpers/widget_client'

interface App {
  rendered: { on(name: string, listener: (detail: unknown) => void): void; [method: string]: any }
  render(more?: object): App['rendered']
  show(props: object | null): void
  events: string[]
}
type AppWindow = Window & { app: App; CrmChat?: unknown }

/** A website that runs an application, which finds its options in `OPTIONS`. */
async function setUp(
  context: BrowserContext,
  cleanup: TestContext['cleanup'],
  application: string,
  body = '<div id="app"></div>'
) {
  const world = await ChatWorld.create()
  const website = await startPlainWebsite(body)
  cleanup(() => website.close())
  await countTraces(context, 'http')
  const page = await context.newPage()
  const options = { apiUrl: ownServer(), token: world.widget.publicKey }
  await runWebApp(page, website.url, `const OPTIONS = ${JSON.stringify(options)}\n${application}`)
  await page.waitForFunction(() => Boolean((window as unknown as AppWindow).app))
  return { world, page, options, visitor: VisitorPage.on(page) }
}

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
    const { page, visitor } = await setUp(browserContext, cleanup, PLAIN)
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
    const { page, visitor } = await setUp(browserContext, cleanup, PLAIN)
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
    const { page, visitor } = await setUp(browserContext, cleanup, PLAIN)
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
    const { page, options } = await setUp(browserContext, cleanup, PLAIN)
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
    const { page, visitor } = await setUp(browserContext, cleanup, PLAIN)
    await browserContext.setOffline(true)
    await page.evaluate(() => {
      const { app } = window as unknown as AppWindow
      app.rendered = app.render()
      return new Promise((resolve) => app.rendered.on('error', resolve))
    })
    await browserContext.setOffline(false)
    await visitor.launcher.waitFor()
  })

  test('React in strict mode mounts one, follows its options, and unmounts it', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { page, visitor } = await setUp(
      browserContext,
      cleanup,
      `
      import { createElement, createRef, StrictMode } from 'react'
      import { createRoot } from 'react-dom/client'
      import { WebWidget } from 'crm-chat-web/react'
      const root = createRoot(document.querySelector('#app'))
      const handle = createRef()
      const app = { handle, events: [] }
      const onOpen = () => app.events.push('open')
      app.show = (props) => root.render(createElement(StrictMode, null,
        props && createElement(WebWidget, { ...OPTIONS, ...props, onOpen, ref: handle })))
      window.app = app
    `
    )
    const show = (props: object | null) =>
      page.evaluate((given) => (window as unknown as AppWindow).app.show(given), props)
    await show({})
    await visitor.launcher.waitFor()
    assert.equal(await page.locator('crm-chat').count(), 1)
    await show({ companyName: 'Blue Bakery' })
    await page.waitForFunction(() => document.querySelector('script[src*="Bakery"]'))
    await page.evaluate(() => (window as any).app.handle.current.open())
    await visitor.frame.getByRole('heading', { name: 'Blue Bakery' }).waitFor()
    assert.equal(await page.locator('crm-chat').count(), 1)
    assert.deepEqual(await page.evaluate(() => (window as any).app.events), ['open'])
    await show(null)
    await page.locator('crm-chat').waitFor({ state: 'detached' })
  })

  test('Vue mounts one, follows its options, and unmounts it', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { page, visitor } = await setUp(
      browserContext,
      cleanup,
      `
      import { createApp, h, ref } from 'vue'
      import { WebWidget } from 'crm-chat-web/vue'
      const props = ref(null)
      const app = { events: [] }
      createApp(() => props.value && h(WebWidget, {
        ...OPTIONS, ...props.value, ref: 'chat', onOpen: () => app.events.push('open'),
        onVnodeMounted: (vnode) => { app.rendered = vnode.component.exposed },
      })).mount('#app')
      app.show = (given) => { props.value = given }
      window.app = app
    `
    )
    const show = (props: object | null) =>
      page.evaluate((given) => (window as unknown as AppWindow).app.show(given), props)
    await show({})
    await visitor.launcher.waitFor()
    await show({ companyName: 'Blue Bakery' })
    await page.waitForFunction(() => document.querySelector('script[src*="Bakery"]'))
    await page.evaluate(() => (window as unknown as AppWindow).app.rendered.open())
    await visitor.frame.getByRole('heading', { name: 'Blue Bakery' }).waitFor()
    assert.deepEqual(await page.evaluate(() => (window as unknown as AppWindow).app.events), [
      'open',
    ])
    await show(null)
    await page.locator('crm-chat').waitFor({ state: 'detached' })
  })

  test('the custom element is the chat as long as it is on the page', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { page, visitor, options } = await setUp(
      browserContext,
      cleanup,
      `import 'crm-chat-web/element'; window.app = {}`
    )
    const element = (change: 'put' | 'name' | 'open' | 'take') =>
      page.evaluate(
        ([what, { apiUrl, token }]) => {
          const found = document.querySelector('crm-chat[token]') as HTMLElement & { open(): void }
          if (what === 'name') found.setAttribute('company-name', 'Blue Bakery')
          if (what === 'open') found.open()
          if (what === 'take') found.remove()
          if (what !== 'put') return
          const created = document.createElement('crm-chat')
          created.setAttribute('api-url', apiUrl)
          created.setAttribute('token', token)
          document.querySelector('#app')!.append(created)
        },
        [change, options] as const
      )
    await element('put')
    await visitor.launcher.waitFor()
    await element('name')
    await page.waitForFunction(() => document.querySelector('script[src*="Bakery"]'))
    await element('open')
    await visitor.frame.getByRole('heading', { name: 'Blue Bakery' }).waitFor()
    await element('take')
    await page.locator('crm-chat').waitFor({ state: 'detached' })
    assert.equal(await page.locator('crm-chat').count(), 0)
  })
})
