import { readdirSync } from 'node:fs'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import { defineConfig, type ChatConfigInput } from '#chat/define_config'
import { chatAsset } from '#chat/support/assets'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { asSent } from '#tests/helpers/as_sent'
import { ChatWorld } from '#tests/helpers/chat_world'
import { ownWidgetHost } from '#tests/helpers/own_widget_host'
import { addressOf, servedRoutes } from '#tests/helpers/routes'
import { ownServer, WidgetClient } from '#tests/helpers/widget_client'

const WEBSITE = 'https://shop.example'

/** Asks this server under a host name; without a body. */
async function ask(method: string, path: string, headers: Record<string, string>) {
  const request = httpRequest(`${ownServer()}${path}`, { method, headers, agent: false }).end()
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  return { status: response.statusCode!, headers: response.headers, text: await text(response) }
}

const isForWebsites = (pattern: string) => /^\/(p\/chat|api\/widget|chat-assets)\//.test(pattern)

test.group('A host name of the widget’s own', () => {
  test('has nothing of the CRM: every other address is 404 without a cookie, logged in or not', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create()
    const { headers: session } = await AgentBrowser.logIn(await world.user('owner'))
    const { host } = ownWidgetHost(cleanup)
    const routes = servedRoutes().filter(({ pattern }) => !isForWebsites(pattern))
    assert.isAbove(routes.length, 150)

    const [file] = readdirSync('dist/public/crm')
    const addresses = routes.map((route) => [route.method, addressOf(route, () => randomUUID())])
    addresses.push(['GET', `/crm/${file}`], ['GET', '/nowhere'], ['GET', '/%6Cogin'])
    for (const [method, path] of addresses) {
      for (const known of [{}, session, { 'x-forwarded-host': new URL(ownServer()).host }]) {
        const answer = await ask(method, path, { ...known, host })
        assert.equal(answer.status, 404, `${method} ${path}`)
        assert.isUndefined(answer.headers['set-cookie'])
        assert.match(String(answer.headers['content-security-policy']), /default-src 'none'/)
      }
    }
    assert.equal((await ask('GET', '/login', {})).status, 200)
    assert.equal((await ask('GET', `/crm/${file}`, {})).status, 200)
  }).timeout(120_000)

  test('serves what websites load, without a cookie, and leads nowhere else', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create({ allowedOrigins: [WEBSITE] })
    const { host, widgetUrl } = ownWidgetHost(cleanup)
    const key = world.widget.publicKey
    const loader = await ask('GET', `/p/chat/${key}.js`, { host, referer: `${WEBSITE}/` })
    assert.include(loader.text, `"frame":"${widgetUrl}/`)
    assert.notInclude(loader.text, `"frame":"${ownServer()}/`)

    const frame = await ask('GET', `/p/chat/${key}`, { host })
    const policy = String(frame.headers['content-security-policy'])
    assert.include(policy, `frame-ancestors 'self' ${ownServer()} ${WEBSITE}`)
    assert.include(policy, "connect-src 'self'")
    assert.notInclude(frame.text, ownServer())
    const { js: asset } = chatAsset('resources/js/chat/inbox/main.ts')

    for (const [path, status] of [
      [`/p/chat/${key}`, 200],
      [`/p/chat/unknown`, 404],
      [`/api/widget/${key}/config`, 200],
      [asset, 200],
      ['/chat-assets/nothing.js', 404],
    ] as const) {
      const answer = await ask('GET', path, { host })
      assert.equal(answer.status, status, path)
      assert.isUndefined(answer.headers['set-cookie'])
    }
  })

  test('is called by its own frame, the CRM’s test page and the allowed websites', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create({ allowedOrigins: [WEBSITE] })
    const { host, widgetUrl } = ownWidgetHost(cleanup)
    const path = `/api/widget/${world.widget.publicKey}/session`
    const from = (origin: string) => ask('OPTIONS', path, { host, origin })
    for (const [origin, status, allowed] of [
      [widgetUrl, 204, undefined],
      [ownServer(), 204, ownServer()],
      [WEBSITE, 204, WEBSITE],
      ['https://evil.example', 403, undefined],
    ] as const) {
      const answer = await from(origin)
      assert.equal(answer.status, status, origin)
      assert.equal(answer.headers['access-control-allow-origin'], allowed)
    }
  })

  test('is in the snippet, the policy and the test page; a line of before stays with the CRM', async ({
    assert,
    cleanup,
  }) => {
    const world = await ChatWorld.create({ allowedOrigins: [WEBSITE] })
    const { browser } = await world.guest()
    const agent = await AgentBrowser.logIn(await world.user('owner'))
    const { widgetUrl } = ownWidgetHost(cleanup)
    const snippet = world.chat.widgets.embedSnippet(world.widget)
    assert.include(snippet, `src="${widgetUrl}/p/chat/`)
    assert.include(world.chat.widgets.embedPolicy().policy, `frame-src ${widgetUrl};`)

    const page = `/settings/chat-widgets/${world.widget.externalId}/try?look=plain`
    const trial = await asSent(`${ownServer()}${page}`, agent.headers)
    assert.include(trial.text, `src="${widgetUrl}/p/chat/`)
    const policy = String(trial.headers['content-security-policy'])
    for (const directive of ['script-src', 'frame-src', 'connect-src']) {
      assert.match(policy, new RegExp(`${directive} 'self'[^;]* ${widgetUrl}`))
    }

    const old = await asSent(`${ownServer()}/p/chat/${world.widget.publicKey}.js`)
    assert.include(old.text, `"frame":"${ownServer()}/`)
    assert.equal((await new WidgetClient(browser.key, browser.token).post('/session')).status, 200)
  })

  test('differs from the CRM’s by more than its port, which cookies do not know', ({ assert }) => {
    const configured = (widgetUrl?: string) =>
      defineConfig({ publicUrl: 'https://crm.example.com', widgetUrl } as ChatConfigInput).widgetUrl
    assert.equal(configured('https://chat.example.com/'), 'https://chat.example.com')
    assert.isUndefined(configured('https://crm.example.com'))
    assert.isUndefined(configured())
    assert.throws(() => configured('https://crm.example.com:8443'), /another host name/)
  })
})
