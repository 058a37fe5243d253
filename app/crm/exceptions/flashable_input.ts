import type { SessionData } from '@adonisjs/session/types'

const ROOM = 1500
const SECRET = new Set(['_csrf', '_method', 'password', 'password_confirmation'])

/**
 * What of a refused form can be shown again. Flashed input travels in a cookie, which browsers drop
 * when it is too long, and the error messages with it: the longest texts are left out before that.
 */
export function flashableInput(input: Record<string, unknown>): SessionData {
  const fields = Object.entries(input).filter(([name]) => !SECRET.has(name))
  fields.sort(([, left], [, right]) => sizeOf(left) - sizeOf(right))

  let left = ROOM
  return Object.fromEntries(
    fields.filter(([, value]) => (left -= sizeOf(value)) >= 0)
  ) as SessionData
}

function sizeOf(value: unknown) {
  return Buffer.byteLength(JSON.stringify(value ?? null))
}
