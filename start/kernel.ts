import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#crm/exceptions/handler'))

server.use([
  () => import('#crm/middleware/spoofed_method_middleware'),
  () => import('adonis-crm-chat/compression_middleware'),
  () => import('#crm/middleware/container_bindings_middleware'),
  () => import('@adonisjs/static/static_middleware'),
])

router.use([() => import('#crm/middleware/body_middleware')])

/**
 * Session, CSRF protection and log-in apply to the CRM's pages only: the widget's public routes neither read nor set
 * a cookie.
 */
export const middleware = router.named({
  session: () => import('#crm/middleware/session_middleware'),
  shield: () => import('@adonisjs/shield/shield_middleware'),
  initializeAuth: () => import('@adonisjs/auth/initialize_auth_middleware'),
  shareUser: () => import('#crm/middleware/share_user_middleware'),
  auth: () => import('#crm/middleware/auth_middleware'),
  guest: () => import('#crm/middleware/guest_middleware'),
  can: () => import('#crm/middleware/can_middleware'),
  api: () => import('#crm/middleware/api_middleware'),
})

/** The middleware of every CRM page, in this order. */
export const crmPage = [
  middleware.session(),
  middleware.shield(),
  middleware.initializeAuth(),
  middleware.shareUser(),
]

/** The middleware of every route for programs: a bearer token or the session, without a page around it. */
export const crmApi = [middleware.api()]
