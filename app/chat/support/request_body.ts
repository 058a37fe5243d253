import type { HttpContext } from '@adonisjs/core/http'

/** The accepted types of a body; any other type would be ignored silently. */
export const READABLE_BODIES = ['json', 'urlencoded']

/** Whether a request has a body. Empty bodies do not count: programs send one with a bare POST. */
export const hasBody = ({ request }: HttpContext) =>
  request.hasBody() && request.header('content-length') !== '0'
