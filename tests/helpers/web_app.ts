/// <reference lib="dom" />
import type { TestContext } from '@japa/runner/core'
import type { BrowserContext, Page } from 'playwright'
import { build } from 'vite'
import { ChatWorld } from '#tests/helpers/chat_world'
import { countTraces } from '#tests/helpers/page_traces'
import { startPlainWebsite } from '#tests/helpers/plain_website'
import { VisitorPage } from '#tests/helpers/visitor_page'
import { ownServer } from '#tests/helpers/widget_client'

/** Where the source of `crm-chat-web` lies, as an application imports it. */
const SOURCE = new URL('../../resources/js/chat/web/', import.meta.url).pathname

interface App {
  rendered: { on(name: string, listener: (detail: unknown) => void): void; [method: string]: any }
  render(more?: object): App['rendered']
  show(props: object | null): void
  events: string[]
}
export type AppWindow = Window & { app: App; CrmChat?: unknown }

/** A website that runs an application, which finds its options in `OPTIONS`. */
export async function openWebApp(
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

/**
 * Bundles an application of a website that uses `crm-chat-web`, as its makers' tools do, and puts it on the page of
 * a website.
 */
async function runWebApp(page: Page, url: string, application: string) {
  const script = await bundle(application)
  await page.route(`${url}/app.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script })
  )
  await page.goto(url)
  await page.addScriptTag({ url: `${url}/app.js`, type: 'module' })
}

const ENTRY = 'virtual:application'

async function bundle(application: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"development"' },
    resolve: {
      alias: [
        { find: /^crm-chat-web\/(\w+)$/, replacement: `${SOURCE}$1.ts` },
        { find: /^crm-chat-web$/, replacement: `${SOURCE}index.ts` },
      ],
    },
    plugins: [
      {
        name: 'application',
        resolveId: (id) => (id === ENTRY ? `${SOURCE}application.js` : null),
        load: (id) => (id === `${SOURCE}application.js` ? application : null),
      },
    ],
    build: { write: false, minify: false, rolldownOptions: { input: ENTRY } },
  })
  const bundles = Array.isArray(output) ? output : [output]
  const chunks = bundles.flatMap((each) => ('output' in each ? each.output : []))
  const [entry] = chunks.filter((chunk) => chunk.type === 'chunk')
  return entry.code
}
