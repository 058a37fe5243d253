import router from '@adonisjs/core/services/router'
import type { ChatPermission } from '#chat/contracts/permissions'
import { PERMISSION_GUARD, type Door } from '#chat/http/route_permission'

const guards = router.named({
  [PERMISSION_GUARD]: () => import('#chat/middleware/chat_crm_middleware'),
})

/**
 * Route middleware: the module is on, a user is logged in and holds this permission. The router's list of
 * routes carries the permission as the middleware's arguments (see `permissionOf`).
 */
export function requirePermission(permission: ChatPermission, door: Door = 'page') {
  return guards[PERMISSION_GUARD]({ permission, door })
}

/** The same for a page that is there while the module is off, in a host that leaves the switch to the chat. */
export function requirePermissionToSwitch(permission: ChatPermission) {
  return guards[PERMISSION_GUARD]({ permission, door: 'page', evenWhenOff: true })
}
