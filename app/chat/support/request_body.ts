import type { HttpContext } from '@adonisjs/core/http'

/** The accepted types of a body; any other type would be ignored silently. */
export const READABLE_BODIES = ['json', 'urlencoded']

/** The type of a body that is a file as it is. */
export const FILE_BODY = 'application/octet-stream'

/** What the routes of a kind accept as a body. */
export const ACCEPTED_BODIES = { fields: READABLE_BODIES, file: [FILE_BODY] }

/** Whether a request has a body. Empty bodies do not count: programs send one with a bare POST. */
export const hasBody = ({ request }: HttpContext) =>
  request.hasBody() && request.header('content-length') !== '0'
