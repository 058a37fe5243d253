import { defineConfig } from '@adonisjs/auth'
import { tokensGuard, tokensUserProvider } from '@adonisjs/auth/access_tokens'
import { crmSessionGuard } from '#crm/auth/crm_session_guard'
import { SessionUsers } from '#crm/auth/session_users'
import { SESSION_IDLE_AGE } from '#config/session'
import type { InferAuthenticators, InferAuthEvents, Authenticators } from '@adonisjs/auth/types'

const authConfig = defineConfig({
  default: 'web',
  guards: {
    /** A session ends after `maxAge`, even one in constant use. */
    web: crmSessionGuard({
      idleAge: SESSION_IDLE_AGE,
      maxAge: '30 days',
      provider: new SessionUsers(),
    }),
    api: tokensGuard({
      provider: tokensUserProvider({
        tokens: 'accessTokens',
        model: () => import('#crm/models/user'),
      }),
    }),
  },
})

export default authConfig

declare module '@adonisjs/auth/types' {
  export interface Authenticators extends InferAuthenticators<typeof authConfig> {}
}
declare module '@adonisjs/core/types' {
  interface EventsList extends InferAuthEvents<Authenticators> {}
}
