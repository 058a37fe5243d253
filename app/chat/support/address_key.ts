import { isIPv6 } from 'node:net'

/**
 * What an address is counted by. Whoever has one IPv6 address has the 2^64 of its network, so these
 * count as one; an IPv4 address in IPv6 clothes counts as what it is.
 */
export function addressKey(ip: string): string {
  if (!isIPv6(ip)) return ip
  const mapped = /^::ffff:([\d.]+)$/i.exec(ip)
  if (mapped) return mapped[1]
  return `${groupsOf(ip).slice(0, 4).join(':')}::/64`
}

/** The eight groups of an address in their one form, without the name of an interface. */
function groupsOf(ip: string) {
  const { hostname } = new URL(`http://[${ip.replace(/%.*/, '')}]`)
  const [head, tail] = hostname
    .slice(1, -1)
    .split('::')
    .map((half) => half.split(':').filter(Boolean))
  if (!tail) return head
  return [...head, ...Array(8 - head.length - tail.length).fill('0'), ...tail]
}
