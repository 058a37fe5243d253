import type { LookupFunction } from 'node:net'
import { mayReach, reachOf, type Reach } from '#chat/services/webhooks/addresses'
import type { Resolver } from '#chat/services/webhooks/resolver'

/** The address of an endpoint lies where requests may not go. */
export class ForbiddenAddress extends Error {
  code = 'FORBIDDEN_ADDRESS'
}

/**
 * The lookup that a socket makes when it connects. It hands out only addresses that have been looked at,
 * and the socket uses no others: a name that leads elsewhere a moment later gains nothing by it. A name
 * of which any address is forbidden is refused as a whole.
 *
 * `onReach` learns of each address where it leads.
 */
export function guardedLookup(
  resolve: Resolver,
  allowPrivate: boolean,
  onReach: (reach: Reach) => void
): LookupFunction {
  return (hostname, options, done) => {
    const guarded = async () => {
      const found = await resolve(hostname)
      const reaches = found.map(({ address }) => reachOf(address))
      reaches.forEach(onReach)
      if (!reaches.every((reach) => mayReach(reach, allowPrivate))) throw new ForbiddenAddress()
      const wanted = found.filter(({ family }) => !options.family || family === options.family)
      const [first] = wanted.length ? wanted : found
      if (!first) throw Object.assign(new Error('no address'), { code: 'ENOTFOUND' })
      return { all: wanted.length ? wanted : found, first }
    }
    guarded().then(
      ({ all, first }) => (options.all ? done(null, all) : done(null, first.address, first.family)),
      (error: NodeJS.ErrnoException) => done(error, '', 0)
    )
  }
}
