import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { Permission } from '#crm/auth/permissions'
import ForbiddenException from '#crm/exceptions/forbidden_exception'

/** Lets users through who hold the permission; to others the page is forbidden. */
export default class CanMiddleware {
  handle({ auth }: HttpContext, next: NextFn, permission: Permission) {
    if (!auth.use('web').user?.can(permission)) throw new ForbiddenException()
    return next()
  }
}
