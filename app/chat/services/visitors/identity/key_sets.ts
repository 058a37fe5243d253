import type { JSONWebKeySet } from 'jose'
import { IdentityKeysUnreachable } from '#chat/exceptions/chat_errors'
import { guardedGet, NoResponse } from '#chat/services/webhooks/guarded_post'

/** Milliseconds for which a key set is used before it is read again. */
const FRESH_FOR_MS = 10 * 60_000

/** Milliseconds that pass before an unknown key, or an unreachable set, has it read once more. */
const ASK_AGAIN_MS = 30_000

const TIMEOUT_MS = 4000
const MOST_READ = 256 * 1024

interface Known {
  keys: JSONWebKeySet | null
  readAt: number
}

/**
 * The public keys that websites publish (JWKS), read by the same guarded requests as webhooks: never from a private
 * network, unless the configuration allows it. A set is read rarely, whatever tokens ask for.
 */
export class KeySets {
  #known = new Map<string, Promise<Known>>()

  constructor(protected allowPrivate: boolean) {}

  /**
   * The keys at an address. With `isMissing`, a key is asked for that the known set lacks.
   *
   * @throws IdentityKeysUnreachable
   */
  async at(url: string, isMissing = false): Promise<JSONWebKeySet> {
    const before = await this.#known.get(url)
    const age = Date.now() - (before?.readAt ?? -Infinity)
    const isGood = before?.keys && !isMissing ? age < FRESH_FOR_MS : age < ASK_AGAIN_MS
    if (!isGood) this.#known.set(url, this.#read(url, before?.keys ?? null))
    const { keys } = (await this.#known.get(url))!
    if (!keys) throw new IdentityKeysUnreachable()
    return keys
  }

  /** Keeps what was known while the set does not answer. */
  async #read(url: string, before: JSONWebKeySet | null): Promise<Known> {
    const order = { url, allowPrivate: this.allowPrivate, timeoutMs: TIMEOUT_MS }
    try {
      const { status, text } = await guardedGet(order, MOST_READ)
      const keys = status === 200 && text ? keySetIn(text) : null
      return { keys: keys ?? before, readAt: Date.now() }
    } catch (error) {
      if (!(error instanceof NoResponse)) throw error
      return { keys: before, readAt: Date.now() }
    }
  }
}

function keySetIn(text: string): JSONWebKeySet | null {
  try {
    const found = JSON.parse(text) as Partial<JSONWebKeySet> | null
    return Array.isArray(found?.keys) ? { keys: found.keys } : null
  } catch {
    return null
  }
}
