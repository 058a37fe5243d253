import type { HttpRouterService } from '@adonisjs/core/types'

/** A route of the API as the document has to know it. */
export interface ApiRoute {
  /** Without `chat.api.`. */
  name: string
  method: string
  /** With parameters in braces. */
  path: string
  parameters: string[]
  /** The permission that its guard asks for. */
  permission: string
}

const PREFIX = 'chat.api.'
const GUARD = /^desk may (.+)$/

/** The routes of the API that this application has registered. */
export function apiRoutes(router: HttpRouterService): ApiRoute[] {
  return Object.values(router.toJSON())
    .flat()
    .filter(({ name }) => name?.startsWith(PREFIX))
    .map((route) => ({
      name: route.name!.slice(PREFIX.length),
      method: route.methods[0].toLowerCase(),
      path: route.pattern.replace(/:(\w+)/g, '{$1}'),
      parameters: [...route.pattern.matchAll(/:(\w+)/g)].map(([, name]) => name),
      permission: permissionOf([...route.middleware.all()]),
    }))
}

function permissionOf(guards: unknown[]) {
  const names = guards.map((guard) => String((guard as { name?: unknown }).name ?? ''))
  return names.map((name) => GUARD.exec(name)?.[1]).find(Boolean) ?? ''
}
