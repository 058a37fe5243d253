import { isIPv6 } from 'node:net'

/**
 * The key by which an address is counted. The owner of one IPv6 address usually has all 2^64 of its network, so these
 * share a key; an IPv4-mapped address counts as IPv4.
 */
export function addressKey(ip: string): string {
  if (!isIPv6(ip)) return ip
  const mapped = /^::ffff:([\d.]+)$/i.exec(ip)
  if (mapped) return mapped[1]
  return `${groupsOf(ip).slice(0, 4).join(':')}::/64`
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
