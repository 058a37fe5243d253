import ProactiveRule from '#chat/models/proactive_rule'
import type Widget from '#chat/models/widget'

interface Known {
  rules: Promise<ProactiveRule[]>
  readAt: number
}

/** Milliseconds for which another process's change to a rule may go unnoticed here. */
const FRESH_FOR_MS = 1000

/** More widgets than this are read again. */
const MOST = 1000

/**
 * The active rules of widgets, in the order in which they were made. Each request for a loader needs them, so they are
 * cached for a second; changes made in this process take effect immediately.
 */
export class ActiveRules {
  #known = new Map<number, Known>()

  of({ id }: Pick<Widget, 'id'>): Promise<ProactiveRule[]> {
    const known = this.#known.get(id)
    if (known && Date.now() - known.readAt < FRESH_FOR_MS) return known.rules
    if (this.#known.size >= MOST) this.#known.clear()
    const rules = this.#read(id)
    this.#known.set(id, { rules, readAt: Date.now() })
    rules.catch(() => this.#known.delete(id))
    return rules
  }

  /** The rules of a widget have changed. */
  forget(widgetId: number) {
    this.#known.delete(widgetId)
  }

  async #read(widgetId: number): Promise<ProactiveRule[]> {
    return ProactiveRule.query().where({ widget_id: widgetId, is_active: true }).orderBy('id')
  }
}
