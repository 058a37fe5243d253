import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startDemoSite, type DemoSite } from './demo_site.js'
import { announce } from './start/announce.js'
import { answers } from './start/answers.js'
import { assetsAreStale } from './start/built_assets.js'
import { ensureEnvFile, readEnvironment } from './start/environment.js'
import { requireFreePort } from './start/ports.js'
import { ace, exitOf, run, start } from './start/processes.js'
import { stopOnSignals, stopped } from './start/stop.js'

/** `npm start`: from a fresh clone, or from yesterday, to a CRM that answers. */
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
ensureEnvFile()
const env = readEnvironment()
const isDemo = env.NODE_ENV !== 'production'
let demoSite: DemoSite | null = null
let firstLink: string | null = null

stopOnSignals(async () => demoSite?.close())
await requireFreePort('PORT', env.PORT, env.HOST)
if (isDemo) await requireFreePort('DEMO_SITE_PORT', env.DEMO_SITE_PORT!, env.HOST)

try {
  if (assetsAreStale()) {
    console.log('Building the browser files …')
    await run(['bin/build.ts'], { ...env, NODE_ENV: 'production' })
  }
  console.log('Preparing the database …')
  mkdirSync('tmp', { recursive: true })
  mkdirSync(dirname(env.SQLITE_PATH!), { recursive: true })
  await ace(['migration:run', '--force'], env)
  if (isDemo) {
    await ace(['crm:demo'], env)
    await ace(['chat:demo'], env)
  } else {
    firstLink = await ace(['crm:first-link', '--quiet'], env)
  }
} catch (error) {
  await stopped()
  console.error((error as Error).message)
  process.exit(1)
}

const server = start(['bin/server.ts'], env, 'inherit')
if (await answers(server, env)) {
  if (isDemo) demoSite = await openDemoSite()
  announce(env.APP_URL, { demoSiteUrl: demoSite?.url, firstLink })
}
process.exitCode = await exitOf(server)
await demoSite?.close()

/** The demo website carries the demo's widget; an own widget takes its place once that is gone. */
async function openDemoSite(): Promise<DemoSite | null> {
  const widgetKey = await ace(['chat:widget-key', 'Velo Atelier shop'], env).catch(() => null)
  if (!widgetKey) return null
  const [port, host] = [Number(env.DEMO_SITE_PORT), env.HOST]
  return startDemoSite({ port, host, crmUrl: env.WIDGET_URL || env.APP_URL, widgetKey })
}
