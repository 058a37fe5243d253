import type { Edge } from 'edge.js'
import type { ApplicationService } from '@adonisjs/core/types'
import ShieldMiddleware from '@adonisjs/shield/shield_middleware'

/** One guard for all requests: Shield's own binding imports Edge and builds its guards for each of them. */
export function bindShieldOnce({ container, config }: ApplicationService, edge: Edge) {
  container.singleton(ShieldMiddleware, async (resolver) => {
    const encryption = await resolver.make('encryption')
    return new ShieldMiddleware(config.get('shield'), encryption.use(), edge)
  })
}
