import type { HttpContext } from '@adonisjs/core/http'
import type { ChatConfig } from '#chat/config/chat_config'
import { chatPath } from '#chat/support/chat_url'

/** The URLs at which browsers reach the CRM, and websites the widget. */
export type Addresses = Pick<ChatConfig, 'publicUrl' | 'widgetUrl'>

/** Origin and path of the widget's public routes, without a trailing slash. */
export const widgetBase = (config: Addresses) => config.widgetUrl ?? config.publicUrl

/** The CRM's own origins: their pages may embed and call every widget. */
export const ownOrigins = (config: Addresses) => [
  ...new Set([config.publicUrl, widgetBase(config)].map((url) => new URL(url).origin)),
]

/**
 * Whether a request uses the host name reserved for the widget. A proxy's forwarded host counts as well as the
 * browser's, so that the frame cannot reach the CRM by a header of its own.
 */
export function isWidgetHost({ widgetUrl }: Addresses, request: HttpContext['request']): boolean {
  if (!widgetUrl) return false
  const { host } = new URL(widgetUrl)
  return [request.header('host'), request.host()].some((name) => name?.toLowerCase() === host)
}

/** What the addresses of one widget's visitor API begin with, below `publicUrl` or `widgetUrl`. */
export const visitorApi = (key: string) =>
  chatPath('chat.widget.config', { key }).replace(/\/config$/, '')

/** The same as browsers call it on the host of a request. */
export const visitorApiOf = (config: Addresses, request: HttpContext['request'], key: string) =>
  new URL(baseOf(config, request) + visitorApi(key)).pathname

/** The base URL of a request: snippets from before the widget had its own host name keep using the CRM's. */
export const baseOf = (config: Addresses, request: HttpContext['request']) =>
  isWidgetHost(config, request) ? widgetBase(config) : config.publicUrl
