import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { Permission } from '#crm/auth/permissions'
import { viewerTimeZone } from '#crm/support/viewer_time_zone'
import { shellFor } from '#crm/services/shell/shell'

/**
 * Finds out who is logged in, without requiring a log-in, and gives the views what surrounds a page.
 * A user who was deactivated meanwhile is logged out here. No page of a user is kept
 * anywhere: after a log-out the next user of the browser cannot go back to one.
 */
export default class ShareUserMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    await ctx.auth.check()
    const guard = ctx.auth.use('web')
    if (guard.user && !guard.user.isActive) await guard.logout()

    const user = guard.user
    if (user) ctx.response.header('Cache-Control', 'private, no-store')
    let shell: ReturnType<typeof shellFor> | null = null
    ctx.view.share({
      crm: {
        user,
        can: (permission: Permission) => user?.can(permission) ?? false,
        shell: () =>
          (shell ??= user ? shellFor(user, ctx.request.url(), viewerTimeZone(ctx)) : null),
      },
    })
    return next()
  }
}
