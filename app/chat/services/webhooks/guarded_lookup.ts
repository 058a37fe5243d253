import type { LookupFunction } from 'node:net'
import { mayReach, reachOf, type Reach } from '#chat/services/webhooks/addresses'
import type { Resolver } from '#chat/services/webhooks/resolver'

/** The endpoint resolves to an address that requests may not reach. */
export class ForbiddenAddress extends Error {
  code = 'FORBIDDEN_ADDRESS'
}

/**
 * The DNS lookup of a connecting socket. It returns only addresses that were checked, and the socket uses no others:
 * a name that resolves differently a moment later gains nothing (DNS rebinding). A name with any forbidden address is
 * refused entirely.
 *
 * `onReach` receives the kind of network of each address.
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
