import { BlockList, isIPv4, isIPv6 } from 'node:net'

/**
 * The kind of network that an IP address belongs to: `public` for global unicast, `private` for this machine and
 * internal networks, `never` for addresses that no request may use.
 */
export type Reach = 'public' | 'private' | 'never'

type Range = [net: string, prefix: number]

const list = (family: 'ipv4' | 'ipv6', ranges: Range[]) => {
  const blocks = new BlockList()
  for (const [net, prefix] of ranges) blocks.addSubnet(net, prefix, family)
  return (address: string) => blocks.check(address, family)
}

/** Internal networks: loopback, RFC 1918 and carriers' shared space. */
const isPrivate4 = list('ipv4', [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
])

/**
 * The rest of IANA's special-purpose registry: this network, link-local with the metadata services of clouds,
 * protocol assignments, examples, benchmarks, multicast, reserved.
 */
const isNever4 = list('ipv4', [
  ['0.0.0.0', 8],
  ['100.100.100.200', 32],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
])

const isPrivate6 = list('ipv6', [
  ['::1', 128],
  ['fc00::', 7],
])

/** Global unicast. IPv4-mapped, NAT64 and link-local addresses lie outside. */
const isGlobal6 = list('ipv6', [['2000::', 3]])

/** Exceptions within it: tunnels that hide an IPv4 address, examples, and clouds' metadata services. */
const isNever6 = list('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['fd00:ec2::254', 128],
  ['fd20:ce::254', 128],
])

export function reachOf(address: string): Reach {
  if (isIPv4(address)) {
    if (isNever4(address)) return 'never'
    return isPrivate4(address) ? 'private' : 'public'
  }
  if (!isIPv6(address) || isNever6(address)) return 'never'
  if (isPrivate6(address)) return 'private'
  return isGlobal6(address) ? 'public' : 'never'
}

/** Whether a request may go to an address. */
export const mayReach = (reach: Reach, allowPrivate: boolean) =>
  reach === 'public' || (reach === 'private' && allowPrivate)

/** The IP address that a URL contains, without a lookup; null when it has a host name. */
export function literalAddress(url: URL): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return isIPv4(host) || isIPv6(host) ? host : null
}
