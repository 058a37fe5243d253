import { apiMessages as messagesProvider } from '#chat/validators/api_messages'
import type { VineValidator } from '#chat/validators/vine'
import type { Infer, SchemaTypes } from '@vinejs/vine/types'
import type { HttpRequest } from '@adonisjs/core/http'

type Validator<Schema extends SchemaTypes> = VineValidator<Schema, Record<string, any> | undefined>

/**
 * The body of an API request, validated.
 *
 * @throws E_VALIDATION_ERROR (422), field by field
 */
export function bodyOf<Schema extends SchemaTypes>(
  request: HttpRequest,
  validator: Validator<Schema>
): Promise<Infer<Validator<Schema>>> {
  return validator.validate(request.body(), { messagesProvider })
}

/**
 * The query of an API request, validated.
 *
 * @throws E_VALIDATION_ERROR (422), parameter by parameter
 */
export function queryOf<Schema extends SchemaTypes>(
  request: HttpRequest,
  validator: Validator<Schema>
): Promise<Infer<Validator<Schema>>> {
  return validator.validate(request.qs(), { messagesProvider })
}
