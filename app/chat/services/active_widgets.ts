import Widget from '#chat/models/widget'

interface Known {
  widget: Widget
  readAt: number
}

/** What every key looks like; databases that ignore case would find a widget by others too. */
const KEY = /^[0-9a-f]{64}$/

/** How long another process' change to a widget may go unnoticed here. */
const FRESH_FOR_MS = 1000

/**
 * The widgets that websites are using right now. Every public request asks for one, so an answer is
 * kept for a second; a change made in this process holds at once. Unknown keys are not kept.
 */
export class ActiveWidgets {
  #known = new Map<string, Known>()

  async find(publicKey: string): Promise<Widget | null> {
    if (!KEY.test(publicKey)) return null
    const known = this.#known.get(publicKey)
    if (known && Date.now() - known.readAt < FRESH_FOR_MS) return known.widget
    return this.#read(publicKey)
  }

  /** A widget has changed. What is being read at this moment may be from before, and is not kept. */
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
