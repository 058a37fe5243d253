import app from '@adonisjs/core/services/app'
import { defineConfig, stores } from '@adonisjs/session'
import { isServedOverHttps } from '#config/app'

export const SESSION_COOKIE = 'crm-session'

/** So long a session lasts without a request. */
export const SESSION_IDLE_AGE = '12h'

const sessionConfig = defineConfig({
  enabled: true,
  cookieName: SESSION_COOKIE,
  clearWithBrowser: false,
  age: SESSION_IDLE_AGE,
  cookie: {
    path: '/',
    httpOnly: true,
    secure: isServedOverHttps,
    sameSite: 'lax',
  },
  store: app.inTest ? 'memory' : 'cookie',
  stores: {
    cookie: stores.cookie(),
  },
})

export default sessionConfig
