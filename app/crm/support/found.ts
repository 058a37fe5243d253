import { Exception } from '@adonisjs/core/exceptions'

/** The record, or a 404 where there is none that the user could know of. */
export function foundOr404<T>(record: T | null): T {
  if (record === null) throw new Exception('Not found', { status: 404, code: 'E_NOT_FOUND' })
  return record
}
