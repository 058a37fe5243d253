import { Exception } from '@adonisjs/core/exceptions'

/** The user is known but may not do this. */
export default class ForbiddenException extends Exception {
  static status = 403
  static code = 'E_FORBIDDEN'
  static message = 'You don’t have permission to do this'
}
