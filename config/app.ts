import env from '#start/env'
import { defineConfig } from '@adonisjs/core/http'

/** The address that browsers, and the websites that carry the widget, reach the CRM at. */
export const appUrl = env.get('APP_URL')

/** Plain HTTP is served without `Secure` cookies, so that a first try on localhost can log in. */
export const isServedOverHttps = appUrl.startsWith('https://')

export const http = defineConfig({
  generateRequestId: true,
  allowMethodSpoofing: true,
  useAsyncLocalStorage: false,
  cookie: {
    path: '/',
    maxAge: '2h',
    httpOnly: true,
    secure: isServedOverHttps,
    sameSite: 'lax',
  },
})
