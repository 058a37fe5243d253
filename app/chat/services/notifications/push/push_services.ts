import type { ChatConfig } from '#chat/config/chat_config'
import { literalAddress, mayReach, reachOf } from '#chat/services/webhooks/addresses'

const LONGEST = 1024

/**
 * Whether pushes may be sent to an endpoint: https, at a push service of the configuration, and no address of an
 * internal network. Browsers name their endpoint themselves, so it is hostile input.
 */
export function isPushEndpoint(endpoint: string, config: ChatConfig['push']): boolean {
  const url = URL.parse(endpoint)
  if (!url || endpoint.length > LONGEST) return false
  if (url.protocol !== 'https:' || url.username || url.password || url.hash) return false
  const literal = literalAddress(url)
  if (literal && !mayReach(reachOf(literal), config.allowPrivateAddresses)) return false
  return config.services.some((service) => matches(url.host, service))
}

/** `*.push.example` stands for every name below `push.example`; a port other than 443 has to be named. */
const matches = (host: string, service: string) =>
  service.startsWith('*.') ? host.endsWith(service.slice(1)) : host === service
