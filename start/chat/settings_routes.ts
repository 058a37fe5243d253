import type { HttpRouterService } from '@adonisjs/core/types'
import type { MiddlewareFn, ParsedNamedMiddleware } from '@adonisjs/core/types/http'

/** Settings > Chat Widgets. */
export function registerSettingsRoutes(
  _router: HttpRouterService,
  _crmPage: (MiddlewareFn | ParsedNamedMiddleware)[]
) {}
