import Widget from '#chat/models/widget'

interface Known {
  widget: Widget
  readAt: number
}

/** The form of every key; databases that ignore case would match other spellings too. */
const KEY = /^[0-9a-f]{64}$/

/** Milliseconds for which another process's change to a widget may go unnoticed here. */
const FRESH_FOR_MS = 1000

/**
 * The widgets that websites use. Every public request needs one, so it is cached for a second; changes made in this
 * process take effect immediately. Unknown keys are not cached.
 */
export class ActiveWidgets {
  #known = new Map<string, Known>()

  async find(publicKey: string): Promise<Widget | null> {
    if (!KEY.test(publicKey)) return null
    const known = this.#known.get(publicKey)
    if (known && Date.now() - known.readAt < FRESH_FOR_MS) return known.widget
    return this.#read(publicKey)
  }

  /** A widget has changed. A load in progress may predate the change and is discarded. */
  forget() {
    this.#known = new Map()
  }

  async #read(publicKey: string) {
    const known = this.#known
    const widget = await Widget.query()
      .where({ public_key: publicKey, is_active: true })
      .whereNull('deleted_at')
      .first()
    if (widget) known.set(publicKey, { widget, readAt: Date.now() })
    else known.delete(publicKey)
    return widget
  }
}
