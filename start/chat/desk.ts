import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { ChatPermission } from '#chat/contracts/crm_host'

/** Imported by the first request and kept: importing it again would cost more than the guard itself. */
let imported: Promise<typeof import('#chat/middleware/chat_crm_middleware')> | undefined

const importGuard = () => (imported ??= import('#chat/middleware/chat_crm_middleware'))

/** Route middleware: module on, logged in, and allowed to do this. Its name says so in the route list. */
export function deskMay(permission: ChatPermission) {
  const guard = async (ctx: HttpContext, next: NextFn) => {
    const { default: ChatCrmMiddleware } = await importGuard()
    const middleware = await app.container.make(ChatCrmMiddleware)
    return middleware.handle(ctx, next, permission)
  }
  return Object.defineProperty(guard, 'name', { value: `desk may ${permission}` })
}
