import type { ChatPermission } from '#chat/contracts/permissions'

/** Where a request comes in: at a page of the CRM, or at the REST API. */
export type Door = 'page' | 'api'

/** What a guarded route asks for; the router keeps it as the arguments of the guard's middleware. */
export interface RoutePermission {
  permission: ChatPermission
  door: Door
  /** Whether the route is there while the module is off: only the page that switches it on. */
  evenWhenOff?: boolean
}

/** The name under which the router lists the permission guard. */
export const PERMISSION_GUARD = 'chatPermission'

interface NamedMiddleware {
  name?: unknown
  args?: unknown
}

/** The permission that a route's middleware asks for; null where none of it is the permission guard. */
export function permissionOf(middleware: Iterable<unknown>): ChatPermission | null {
  for (const each of middleware) {
    const { name, args } = each as NamedMiddleware
    if (name === PERMISSION_GUARD) return (args as RoutePermission).permission
  }
  return null
}
