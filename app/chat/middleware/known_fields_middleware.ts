import { errors } from '#chat/validators/vine'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { unknownFields } from '#chat/openapi/known_fields'
import { operations } from '#chat/openapi/operations/all'
import { requestSchema } from '#chat/openapi/requests'
import { API_ROUTES } from '#chat/openapi/routes'
import type { JsonSchema } from '#chat/transformers/api/shape'

interface Known {
  body: JsonSchema
  query: JsonSchema
}

const NONE = { type: 'object', properties: {} }

/** The fields that each route accepts; validators do not change at runtime. */
const known = new Map<string, Known>()

/**
 * Refuses unknown fields of a REST request, field by field (422): a misspelt name would otherwise be ignored
 * silently. The OpenAPI document defines the fields.
 */
export default class KnownFieldsMiddleware {
  handle({ request, route }: HttpContext, next: NextFn) {
    const { body, query } = knownTo(route!.name!)
    const unknown = [...unknownFields(request.body(), body), ...unknownFields(request.qs(), query)]
    if (unknown.length > 0) throw new errors.E_VALIDATION_ERROR(unknown)
    return next()
  }
}

function knownTo(name: string): Known {
  const found = known.get(name)
  if (found) return found
  const { body, query } = operations[name.slice(API_ROUTES.length)]
  const made = {
    body: body ? requestSchema(body) : NONE,
    query: query ? requestSchema(query) : NONE,
  }
  known.set(name, made)
  return made
}
