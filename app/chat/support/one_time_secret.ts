import type { HttpContext } from '@adonisjs/core/http'

const keyOf = (name: string) => `one_time_secret_${name}`

/** Keeps a new secret in the session until the page that shows it is requested. */
export function flashSecret({ session }: HttpContext, name: string, secret: string) {
  session.put(keyOf(name), secret)
}

/** The new secret, once, or null; the page that shows it is not cached. */
export function pullSecret({ response, session }: HttpContext, name: string): string | null {
  const secret: string | null = session.pull(keyOf(name), null)
  if (secret) response.header('Cache-Control', 'no-store')
  return secret
}
