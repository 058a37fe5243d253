import type { HttpContext } from '@adonisjs/core/http'

/** Whether the answer goes to a program rather than to a page. */
export function wantsJson({ request }: HttpContext) {
  if (request.url().startsWith('/api/') || request.ajax()) return true
  return request.accepts(['html', 'json']) !== 'html'
}
