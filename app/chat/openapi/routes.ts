import type { HttpRouterService } from '@adonisjs/core/types'
import { permissionOf } from '#chat/http/route_permission'

/** Who calls a route: programs of CRM users, any browser on a website, or a browser with a visitor's token. */
export type Caller = 'program' | 'website' | 'visitor'

/** A route of the API as the document has to know it. */
export interface ApiRoute {
  caller: Caller
  /** Without `chat.api.`, or without `chat.` where visitors call it. */
  name: string
  method: string
  /** With parameters in braces. */
  path: string
  parameters: string[]
  /** The permission that its guard asks for; empty where no log-in is needed. */
  permission: string
}

/** What the names of the API's routes begin with. */
export const API_ROUTES = 'chat.api.'

/** The routes of the API that this application has registered. */
export function apiRoutes(router: HttpRouterService): ApiRoute[] {
  return Object.values(router.toJSON())
    .flat()
    .filter(({ name }) => name?.startsWith(API_ROUTES))
    .map((route) => ({
      caller: 'program' as const,
      name: route.name!.slice(API_ROUTES.length),
      method: route.methods[0].toLowerCase(),
      path: route.pattern.replace(/:(\w+)/g, '{$1}'),
      parameters: [...route.pattern.matchAll(/:(\w+)/g)].map(([, name]) => name),
      permission: permissionOf(route.middleware.all()) ?? '',
    }))
}

const PUBLIC_ROUTES = 'chat.widget.'

/** The router knows whole segments only: what its pattern for the loader ends with, and stands for. */
const LOADER = { name: 'chat.widget.loader', file: ':file', path: '{key}.js' }

/** The routes that visitors' clients call; preflights are the browser's own affair. */
export function publicRoutes(router: HttpRouterService): ApiRoute[] {
  return Object.values(router.toJSON())
    .flat()
    .filter(({ name, methods }) => name?.startsWith(PUBLIC_ROUTES) && !methods.includes('OPTIONS'))
    .map((route) => {
      const { pattern } = route
      const path =
        route.name === LOADER.name
          ? pattern.replace(LOADER.file, LOADER.path)
          : pattern.replace(/:(\w+)/g, '{$1}')
      const guards = [...route.middleware.all()].map((guard) => (guard as { name?: string }).name)
      return {
        caller: guards.includes('visitor') ? ('visitor' as const) : ('website' as const),
        name: route.name!.slice('chat.'.length),
        method: route.methods[0].toLowerCase(),
        path,
        parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
        permission: '',
      }
    })
}
