import { lookup, type LookupAddress } from 'node:dns'
import { Resolver as DnsClient } from 'node:dns/promises'
import { promisify } from 'node:util'

/** Finds all addresses of a host. */
export type Resolver = (hostname: string) => Promise<LookupAddress[]>

const TIMEOUT_MS = 2000
const TRIES = 2

const askSystem = promisify(lookup)

/**
 * Queries DNS directly, and uses the system's resolver (with its hosts file) only for short names such as `localhost`
 * and for names that DNS does not know: the system's lookups share a few threads of this process, and unresponsive
 * names would block all others.
 */
export function resolverBy(dns: Pick<DnsClient, 'resolve4' | 'resolve6'>): Resolver {
  return async (hostname) => {
    if (!hostname.includes('.')) return askSystem(hostname, { all: true })
    const [four, six] = await Promise.allSettled([dns.resolve4(hostname), dns.resolve6(hostname)])
    const found = [...addressesOf(four, 4), ...addressesOf(six, 6)]
    if (found.length) return found
    const silent = [four, six].find((answer) => isSilence(answer))
    if (silent) throw Object.assign(new Error('The DNS does not answer'), { code: 'EAI_AGAIN' })
    return askSystem(hostname, { all: true })
  }
}

export const systemResolver = resolverBy(new DnsClient({ timeout: TIMEOUT_MS, tries: TRIES }))

const addressesOf = (answer: PromiseSettledResult<string[]>, family: 4 | 6): LookupAddress[] =>
  answer.status === 'fulfilled' ? answer.value.map((address) => ({ address, family })) : []

const isSilence = (answer: PromiseSettledResult<unknown>) =>
  answer.status === 'rejected' && (answer.reason as { code?: string }).code === 'ETIMEOUT'
