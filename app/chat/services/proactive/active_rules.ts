import ProactiveRule from '#chat/models/proactive_rule'
import type Widget from '#chat/models/widget'
import { settingsVersion, type ReadMark } from '#chat/services/settings/settings_version'

interface Known {
  rules: Promise<ProactiveRule[]>
  readAt: ReadMark
}

/** More widgets than this are read again. */
const MOST = 1000

/**
 * The active rules of widgets, in the order in which they were made. Each request for a loader needs them, so they are
 * kept while the version of the settings stands.
 */
export class ActiveRules {
  #known = new Map<number, Known>()

  of({ id }: Pick<Widget, 'id'>): Promise<ProactiveRule[]> {
    const known = this.#known.get(id)
    if (known && settingsVersion.holds(known.readAt)) return known.rules
    if (this.#known.size >= MOST) this.#known.clear()
    const readAt = settingsVersion.mark()
    const rules = this.#read(id)
    this.#known.set(id, { rules, readAt })
    rules.catch(() => this.#known.delete(id))
    return rules
  }

  async #read(widgetId: number): Promise<ProactiveRule[]> {
    return ProactiveRule.query().where({ widget_id: widgetId, is_active: true }).orderBy('id')
  }
}
