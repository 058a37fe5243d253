import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#crm/exceptions/handler'))

server.use([
  () => import('#chat/middleware/compression_middleware'),
  () => import('#crm/middleware/container_bindings_middleware'),
  () => import('@adonisjs/static/static_middleware'),
])

router.use([() => import('@adonisjs/core/bodyparser_middleware')])

/**
 * Session, CSRF protection and log-in belong to the CRM's pages alone: the widget's public routes
 * neither read nor set a cookie.
 */
export const middleware = router.named({
  session: () => import('@adonisjs/session/session_middleware'),
  shield: () => import('@adonisjs/shield/shield_middleware'),
  initializeAuth: () => import('@adonisjs/auth/initialize_auth_middleware'),
  shareUser: () => import('#crm/middleware/share_user_middleware'),
  auth: () => import('#crm/middleware/auth_middleware'),
  guest: () => import('#crm/middleware/guest_middleware'),
  can: () => import('#crm/middleware/can_middleware'),
  api: () => import('#crm/middleware/api_middleware'),
})

/** What every page of the CRM needs, in this order. */
export const crmPage = [
  middleware.session(),
  middleware.shield(),
  middleware.initializeAuth(),
  middleware.shareUser(),
]

/** What every route for programs needs: a bearer token or the session, without a page around it. */
export const crmApi = [middleware.api()]
