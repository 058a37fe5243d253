import type { ApplicationService } from '@adonisjs/core/types'
import type { HttpContext } from '@adonisjs/core/http'
import { isByToken } from '#chat/http/bearer_token'

type Exempt = string[] | ((ctx: HttpContext) => boolean)

/** The names of the REST API's routes begin with this. */
const API = 'chat.api.'

/**
 * Exempts the REST API from the CSRF protection that a host puts on all its routes, where a request brings a bearer
 * token: browsers never add one, and `HostUsers` takes no session for such a request. Call it before the
 * first request.
 */
export function admitBearerTokens({ config }: ApplicationService) {
  if (!config.get('shield.csrf')) return
  const others = config.get<Exempt>('shield.csrf.exceptRoutes', [])
  const isExempt = (ctx: HttpContext) =>
    typeof others === 'function' ? others(ctx) : others.includes(ctx.route!.pattern)
  config.set('shield.csrf.exceptRoutes', (ctx: HttpContext) => isApi(ctx) || isExempt(ctx))
}

const isApi = ({ request, route }: HttpContext) =>
  Boolean(route?.name?.startsWith(API)) && isByToken(request)
