import type { VisitorClient } from 'adonis-crm-chat'

export type Device = 'iphone' | 'android' | 'windows' | 'mac' | 'linux'

const USER_AGENTS: Record<Device, string> = {
  iphone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  android:
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
  windows:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  mac: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  linux: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
}

/** Networks that are reserved for documentation (RFC 5737, RFC 3849): no one's address. */
const NETWORKS = ['192.0.2.', '198.51.100.', '203.0.113.', '2001:db8:4a::']

/** What the requests of the demo's n-th visitor would have said. */
export function demoClient(device: Device, countryCode: string, index: number): VisitorClient {
  const network = NETWORKS[index % NETWORKS.length]
  return {
    ipAddress: `${network}${17 + index * 3}`,
    userAgent: USER_AGENTS[device],
    countryCode,
  }
}
