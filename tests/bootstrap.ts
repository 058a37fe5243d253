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
import type { ChatConfig } from '#chat/define_config'
import { closingLine } from '#tests/helpers/closing_line'
import { freshAssets } from '#tests/helpers/fresh_assets'
import { freshDatabase } from '#tests/helpers/fresh_database'
import { launchChromium } from '#tests/helpers/chromium'
import { launchFirefox } from '#tests/helpers/firefox'

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
  activated: ['spec', 'closing'],
  list: [spec(), closingLine],
}

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
  suite.setup(async () => {
    const stop = await testUtils.httpServer().start()
    // A test that fills the database keeps this process busy for longer than a connection may be idle
    const server = await app.container.make('server')
    server.getNodeServer()!.keepAliveTimeout = 0
    return stop
  })
}
