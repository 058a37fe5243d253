import { test } from '@japa/runner'
import User from '#crm/models/user'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { asSent } from '#tests/helpers/as_sent'
import { ChatWorld } from '#tests/helpers/chat_world'
import { OTHER_BASES, startWithBases } from '#tests/helpers/other_bases/start'
import type { ServerProcess } from '#tests/helpers/server_process'

const PATH = '/crm'
const PUBLIC_URL = `https://example.com${PATH}`
const DEFAULTS = ['/chat', '/settings/chat-widgets', '/p/chat/:key', '/api/widget/:key/config']

/** What a page leads to or sends a form to, on its own server. */
const addressesIn = (html: string) =>
  [...html.matchAll(/\s(?:href|src|action|formaction|data-url)="(\/[^"]*)"/g)].map(([, address]) =>
    address.replaceAll('&amp;', '&')
  )

test.group('Bases of the host’s choice, below a path that a proxy strips', (group) => {
  let server: ServerProcess
  let world: ChatWorld
  let user: User

  group.setup(async () => {
    server = await startWithBases({ hostPages: DEFAULTS, publicUrl: PUBLIC_URL })
    world = await ChatWorld.create()
    user = await world.user('manager')
    const agent = await world.agent('Anna Agent', user)
    const { conversation } = await world.chatting({ name: 'Vera', email: 'vera@shop.example' })
    await world.reply(conversation, agent, 'Hello')
    return async () => {
      await server.stop('SIGKILL')
    }
  })

  test('leave the default addresses to the host', async ({ assert }) => {
    for (const page of DEFAULTS) {
      const { text } = await asSent(server.url + page.replace(':key', world.widget.publicKey))
      assert.equal(text, `A page of the host: ${page}`)
    }
  })

  test('have loader, frame and visitor API, before the host’s session and CSRF protection', async ({
    assert,
  }) => {
    const key = world.widget.publicKey
    const base = OTHER_BASES.public
    const loader = await asSent(`${server.url}${base}/${key}.js`)
    assert.include(loader.text, `"frame":"${PUBLIC_URL}${base}/${key}?lang="`)
    assert.include(loader.text, `"forget":"${PUBLIC_URL}${base}/api/${key}/forget/"`)
    const frame = await asSent(`${server.url}${base}/${key}`)
    assert.include(frame.text, `"api":"${PATH}${base}/api/${key}"`)
    const api = `${server.url}${base}/api/${key}`
    const config = await fetch(`${api}/config`)
    assert.equal((await config.json()).api, `${PATH}${base}/api/${key}`)
    const session = await fetch(`${api}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'cookie': 'adonis-session=stolen' },
      body: '{}',
    })
    assert.equal(session.status, 201)
    for (const { headers } of [config, session]) assert.isNull(headers.get('set-cookie'))
    assert.notProperty(loader.headers, 'set-cookie')

    const files = (await asSent(`${server.url}${base}/assets/missing.js`)).status
    assert.equal(files, 404)
  })

  test('have every page, whose links and forms stay below the path and lead somewhere', async ({
    assert,
  }) => {
    const browser = await AgentBrowser.logIn(user, server.url)
    const home = PATH + OTHER_BASES.pages
    const seen = new Set<string>()
    const open = [home]
    for (let address = open.shift(); address; address = open.shift()) {
      const path = address.split('#')[0]
      if (seen.has(path)) continue
      seen.add(path)
      const { status, text, headers } = await browser.get(path.slice(PATH.length))
      assert.equal(status, 200, path)
      if (!headers.get('content-type')?.startsWith('text/html')) continue
      const found = addressesIn(text).filter((each) => each !== '/')
      const astray = found.filter((each) => !isOfModule(each))
      assert.deepEqual(astray, [], `links of ${path}`)
      open.push(...found.filter((each) => isPage(each, text)))
    }
    const pages = [...seen].map((each) => each.replace(/\?.*/, ''))
    for (const page of ['', '/dashboard', '/agents', '/api', '/settings']) {
      assert.include(pages, home + page)
    }
    for (const page of ['chat-widgets', 'canned-responses', 'chat-webhooks']) {
      assert.includeMembers(pages, [`${home}/settings/${page}`, `${home}/settings/${page}/create`])
    }
    assert.includeMembers(pages, [`${home}/settings/chat-labels`, `${home}/settings/chat-audit`])
  }).timeout(60_000)

  test('are where forms lead back to', async ({ assert }) => {
    const browser = await AgentBrowser.logIn(user, server.url)
    const labels = `${OTHER_BASES.settings}/chat-labels`
    const response = await fetch(server.url + labels, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...browser.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Refund', color: '#2563eb' }),
    })
    assert.equal(response.status, 302)
    assert.equal(response.headers.get('location'), PATH + labels)
  })

  test('have the REST API, and an OpenAPI document that says so', async ({ assert }) => {
    const token = await User.accessTokens.create(user)
    const headers = { authorization: `Bearer ${token.value!.release()}` }
    const answer = await fetch(`${server.url}${OTHER_BASES.api}/conversations`, { headers })
    assert.lengthOf((await answer.json()).data, 1)
    assert.equal((await fetch(`${server.url}/api/v1/live-chat/conversations`)).status, 404)

    const document = await (
      await fetch(`${server.url}${OTHER_BASES.api}/openapi.json`, { headers })
    ).json()
    assert.deepEqual(document.servers, [{ url: PUBLIC_URL }])
    const { public: publicBase, api } = OTHER_BASES
    const elsewhere = Object.keys(document.paths).filter(
      (path) => !path.startsWith(`${publicBase}/`) && !path.startsWith(`${api}/`)
    )
    assert.deepEqual(elsewhere, [])
    assert.include(Object.keys(document.paths), `${publicBase}/{key}.js`)
    assert.notMatch(JSON.stringify(document), /\/api\/widget|\/p\/chat|\/api\/v1\/live-chat/)
  })

  test('are in the snippet that websites carry', async ({ assert }) => {
    const browser = await AgentBrowser.logIn(user, server.url)
    const { text } = await browser.get(
      `${OTHER_BASES.settings}/chat-widgets/${world.widget.externalId}/edit`
    )
    const loader = `${PUBLIC_URL}${OTHER_BASES.public}/${world.widget.publicKey}.js`
    assert.include(
      text.replace(/&quot;|&#x3D;/g, (sign) => (sign === '&quot;' ? '"' : '=')),
      `&lt;script src="${loader}" async&gt;`
    )
  })
})

const BASES = [OTHER_BASES.pages, OTHER_BASES.public, OTHER_BASES.api].map((base) => PATH + base)

const isOfModule = (address: string) => BASES.some((base) => address.startsWith(base))

/** Whether it is a link, rather than where a form goes; one of each kind of conversation's links is enough. */
const isPage = (address: string, html: string) =>
  !/[?&](?:cursor|filter|period|look|newer|older)=/.test(address) &&
  html.includes(`href="${address.replaceAll('&', '&amp;')}"`)

test.group('An application whose bases cannot be', () => {
  test('does not start, and says which route of the host is in the way', async ({ assert }) => {
    await assert.rejects(
      () => startWithBases({ bases: {}, hostPages: ['/chat'] }),
      /The route "GET \/chat" of this application is where the chat has "GET \/chat"[\s\S]*bases\.pages/
    )
  })

  test('does not start, and says which base is no path', async ({ assert }) => {
    await assert.rejects(
      () => startWithBases({ bases: { pages: 'desk' } }),
      /bases\.pages in config\/chat\.ts is "desk": it must be a path such as "\/support"/
    )
  })
})
