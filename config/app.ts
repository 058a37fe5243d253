import env from '#start/env'
import { defineConfig } from '@adonisjs/core/http'
import { answerBadUrl } from '#crm/exceptions/bad_url'

/** The address that browsers, and the websites that carry the widget, reach the CRM at. */
export const appUrl = env.get('APP_URL')

/** Plain HTTP is served without `Secure` cookies, so that a first try on localhost can log in. */
export const isServedOverHttps = appUrl.startsWith('https://')

/** The proxies whose `X-Forwarded-*` headers are believed; this machine's where none is named. */
const trustedProxies = env.get('TRUST_PROXY')

export const http = defineConfig({
  ...(trustedProxies && { trustProxy: trustedProxies }),
  generateRequestId: true,
  allowMethodSpoofing: true,
  useAsyncLocalStorage: false,
  onBadUrl: answerBadUrl,
  cookie: {
    path: '/',
    maxAge: '2h',
    httpOnly: true,
    secure: isServedOverHttps,
    sameSite: 'lax',
  },
})
