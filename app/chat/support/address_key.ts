import { isIPv6 } from 'node:net'

/** Networks whose addresses are IPv4 addresses: mapped ones, and those of translators (RFC 6052). */
const OF_IPV4 = ['0:0:0:0:0:ffff', '64:ff9b:0:0:0:0']

/**
 * The key by which an address is counted. The owner of one IPv6 address usually has all 2^64 of its network, so these
 * share a key; an IPv4 address in the form of an IPv6 one counts as IPv4.
 */
export function addressKey(ip: string): string {
  if (!isIPv6(ip)) return ip
  const groups = groupsOf(ip)
  if (OF_IPV4.includes(groups.slice(0, 6).join(':'))) return groups.slice(6).map(bytesOf).join('.')
  return `${groups.slice(0, 4).join(':')}::/64`
}

/** The two bytes of a group, in decimal. */
function bytesOf(group: string) {
  const value = Number.parseInt(group, 16)
  return `${value >> 8}.${value & 255}`
}

/** The eight groups of an address in canonical form, without a zone id. */
function groupsOf(ip: string) {
  const { hostname } = new URL(`http://[${ip.replace(/%.*/, '')}]`)
  const [head, tail] = hostname
    .slice(1, -1)
    .split('::')
    .map((half) => half.split(':').filter(Boolean))
  if (!tail) return head
  return [...head, ...Array(8 - head.length - tail.length).fill('0'), ...tail]
}
