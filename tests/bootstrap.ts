import type { Server } from 'node:http'
import { assert } from '@japa/assert'
import { apiClient } from '@japa/api-client'
import { browserClient } from '@japa/browser-client'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import { spec } from '@japa/runner/reporters'
import type { Config } from '@japa/runner/types'
import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { authApiClient } from '@adonisjs/auth/plugins/api_client'
import { sessionApiClient } from '@adonisjs/session/plugins/api_client'
import { shieldApiClient } from '@adonisjs/shield/plugins/api_client'
import { authBrowserClient } from '@adonisjs/auth/plugins/browser_client'
import { sessionBrowserClient } from '@adonisjs/session/plugins/browser_client'
import limiter from '@adonisjs/limiter/services/main'
import type { ChatConfig } from '#chat/config/chat_config'
import { endServer } from '#tests/helpers/end_server'
import { freshAssets } from '#tests/helpers/fresh_assets'
import { freshDatabase } from '#tests/helpers/fresh_database'
import { launchChromium } from '#tests/helpers/chromium'
import { launchFirefox } from '#tests/helpers/firefox'
import { nothingDue } from '#tests/helpers/nothing_due'
import { outcomes } from '#tests/helpers/outcomes'
import { SharedFiles } from '#tests/helpers/shared_files'

const launcher = process.env.TEST_BROWSER === 'firefox' ? launchFirefox : launchChromium

export const plugins: Config['plugins'] = [
  assert(),
  apiClient(process.env.APP_URL),
  browserClient({ runInSuites: ['browser'], launcher }),
  pluginAdonisJS(app),
  sessionApiClient(app),
  shieldApiClient(),
  authApiClient(app),
  sessionBrowserClient(app),
  authBrowserClient(app),
]

export const reporters: Config['reporters'] = {
  activated: ['spec', 'outcomes'],
  list: [spec(), outcomes],
}

const { TEST_FILES: shared } = process.env

/** What of the suites runs in this process: all that the command line names, or its share of it. */
export const refiner: Config['refiner'] = shared ? new SharedFiles(shared) : undefined

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = {
  setup: [freshAssets, freshDatabase],
  teardown: [],
}

/** What the inbox does happens without the seconds in which it can be undone; tests of those ask for them. */
function actImmediately() {
  app.config.get<ChatConfig>('chat').undoSeconds = 0
}

/** Rate limits start afresh with every test: all of them call from one address. */
export const configureSuite: Config['configureSuite'] = (suite) => {
  suite.onTest((test) => test.setup(() => limiter.clear()))
  suite.onGroup((group) => group.tap((test) => test.setup(() => limiter.clear())))
  if (suite.name === 'unit') return
  suite.setup(actImmediately)
  suite.onGroup((group) => group.teardown(nothingDue))
  suite.setup(async () => {
    await testUtils.httpServer().start()
    const server = (await app.container.make('server')).getNodeServer() as Server
    // A test that fills the database keeps this process busy for longer than a connection may be idle
    server.keepAliveTimeout = 0
    return () => endServer(server)
  })
}
