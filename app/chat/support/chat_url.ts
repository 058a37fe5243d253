import type { Router } from '@adonisjs/core/http'
import type { ChatConfig } from '#chat/config/chat_config'

type Params = Record<string, string | number>

/** A query string, with or without its `?`, or its fields. */
type Query = string | Record<string, unknown>

interface Addresses {
  /** A router that has the module's routes alone: their names are never a host's. */
  routes: Pick<Router, 'urlBuilder'>
  config: Pick<ChatConfig, 'publicUrl'>
}

let inUse: Addresses | undefined

/** From now on addresses are those of these routes, below the path of this configuration's `publicUrl`. */
export function useAddresses(addresses: Addresses) {
  inUse = addresses
}

/**
 * The address of a route of the module as this application's router knows it: without the path of `publicUrl`, which
 * a proxy strips.
 *
 * @throws Error when there is no route of this name, a parameter is missing, or the application has not started
 */
export function chatPath(name: string, params?: Params, query?: Query): string {
  if (!inUse) throw new Error('The chat has no addresses before the application has started')
  const { urlFor } = inUse.routes.urlBuilder as unknown as {
    urlFor: (name: string, params?: Params, options?: { qs?: object }) => string
  }
  if (typeof query !== 'string') return urlFor(name, params, { qs: query })
  const text = query.replace(/^\?/, '')
  return urlFor(name, params) + (text && `?${text}`)
}

/** The address of a route of the module as browsers on the CRM's pages have to call it. */
export const chatUrl = (...route: Parameters<typeof chatPath>) => chatPrefix() + chatPath(...route)

/** The path of `publicUrl`, without a slash at its end: empty unless the application lives under a path. */
export const chatPrefix = () => pathOf(inUse?.config.publicUrl ?? '')

let known: [url: string, path: string] = ['', '']

function pathOf(url: string) {
  if (known[0] !== url) known = [url, new URL(url).pathname.replace(/\/+$/, '')]
  return known[1]
}
