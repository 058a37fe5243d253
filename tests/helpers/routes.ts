import router from '@adonisjs/core/services/router'
import { permissionOf } from '#chat/http/route_permission'

type Guard = { name?: string | ((...args: any[]) => unknown); args?: unknown[] } | (() => unknown)

export interface ServedRoute {
  method: string
  pattern: string
  name: string
  /** The names of the middleware before it, the host's with what they ask for: `auth`, `can view leads`, `visitor`. */
  guards: string[]
  /** The chat's permission that it asks for. */
  permission: string | null
}

const BODY_METHODS = ['POST', 'PUT', 'PATCH', 'DELETE']

function guardsOf(middleware: Iterable<Guard>) {
  return [...middleware].map((guard) => {
    const { name, args } = guard as { name?: string; args?: unknown[] }
    return [name, typeof args === 'string' ? args : ''].filter(Boolean).join(' ')
  })
}

/** Every route that the server answers, once per method. */
export function servedRoutes(): ServedRoute[] {
  return Object.values(router.toJSON())
    .flat()
    .flatMap(({ methods, pattern, name, middleware }) => {
      const guards = guardsOf(middleware.all() as Iterable<Guard>)
      const permission = permissionOf(middleware.all())
      return methods
        .filter((method) => method !== 'HEAD')
        .map((method) => ({ method, pattern, name: name ?? '', guards, permission }))
    })
}

/** The routes whose requests carry a body. */
export const bodyRoutes = () => servedRoutes().filter(({ method }) => BODY_METHODS.includes(method))

/** An address of a route; its parameters come from `values`, the rest of a wildcard is `x`. */
export function addressOf({ pattern }: ServedRoute, values: (name: string) => string) {
  return pattern.replace(/:(\w+)\??/g, (_, name) => values(name)).replace('*', 'x')
}

/** The host's own things have numbers. */
const NUMBERED = /^\/(leads|people|tickets|settings\/api-tokens)\//
const END_KEY = '0'.repeat(64)

/** An address that the router takes for this route: of this widget, and about a thing of this id where it has a UUID. */
export function takenAddressOf(route: ServedRoute, { key, id }: { key: string; id: string }) {
  const values: Record<string, string> = { key, endKey: END_KEY }
  const thing = NUMBERED.test(route.pattern) ? '1' : id
  return addressOf(route, (name) => values[name] ?? thing)
}
