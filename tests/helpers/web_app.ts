import { build } from 'vite'
import type { Page } from 'playwright'

/** Where the source of `crm-chat-web` lies, as an application imports it. */
const SOURCE = new URL('../../resources/js/chat/web/', import.meta.url).pathname

/**
 * Bundles an application of a website that uses `crm-chat-web`, as its makers' tools do, and puts it on the page of
 * a website.
 */
export async function runWebApp(page: Page, url: string, application: string) {
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
