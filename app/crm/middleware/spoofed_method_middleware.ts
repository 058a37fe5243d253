import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Lets a form name its method in the query, as `?_method=PUT`, by one word; anything else there is no method. */
export default class SpoofedMethodMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    const { _method: method, ...query } = request.qs()
    if (method !== undefined && typeof method !== 'string') request.updateQs(query)
    return next()
  }
}
