import { createHash, randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'

const COOKIE = 'crm-known'
const MAX_AGE = '180 days'
/** Colleagues may share a browser; more of them than this log in as from a new one. */
const MAX_ACCOUNTS = 8

interface Known {
  id: string
  accounts: string[]
}

const nameOf = (email: string) =>
  createHash('sha256').update(email.toLowerCase()).digest('base64url').slice(0, 16)

/** What the browser's cookie says; only this server can have written it. */
function read({ request }: HttpContext): Known | null {
  const known: Partial<Known> | null = request.encryptedCookie(COOKIE)
  return typeof known?.id === 'string' && Array.isArray(known.accounts) ? (known as Known) : null
}

/** The id of a browser in which someone has logged in to this account before; else null. */
export function knownBrowser(ctx: HttpContext, email: string): string | null {
  const known = read(ctx)
  return known?.accounts.includes(nameOf(email)) ? known.id : null
}

/** Remembers that someone has logged in to this account in this browser. */
export function rememberBrowser(ctx: HttpContext, email: string) {
  const { id, accounts } = read(ctx) ?? { id: randomUUID(), accounts: [] }
  const newest = [...new Set([nameOf(email), ...accounts])].slice(0, MAX_ACCOUNTS)
  ctx.response.encryptedCookie(COOKIE, { id, accounts: newest }, { maxAge: MAX_AGE })
}
