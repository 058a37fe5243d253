/// <reference lib="dom" />
import { test } from '@japa/runner'
import { openWebApp, type AppWindow } from '#tests/helpers/web_app'

test.group('The package for websites, in frameworks', () => {
  test('React in strict mode mounts one, follows its options, and unmounts it', async ({
    assert,
    browserContext,
    cleanup,
  }) => {
    const { page, visitor } = await openWebApp(
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
    const { page, visitor } = await openWebApp(
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
    const { page, visitor, options } = await openWebApp(
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
