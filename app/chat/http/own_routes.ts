import { Router } from '@adonisjs/core/http'
import type { ApplicationService, HttpRouterService } from '@adonisjs/core/types'
import type { Bases } from '#chat/config/bases'
import { registerRoutes } from '#start/chat/routes'

/**
 * A router that has the module's routes alone, for making addresses and telling them from the host's: it answers no
 * request, and is complete in processes that serve none.
 */
export async function ownRoutes(app: ApplicationService, { qs }: HttpRouterService, bases: Bases) {
  const encryption = await app.container.make('encryption')
  const router = new Router(app, encryption.use(), qs)
  registerRoutes(router, bases, [], [])
  router.commit()
  return router
}
