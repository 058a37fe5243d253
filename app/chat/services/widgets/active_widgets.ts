import Widget from '#chat/models/widget'
import { settingsVersion, type ReadMark } from '#chat/services/settings/settings_version'

interface Known {
  widget: Widget
  readAt: ReadMark
}

/** The form of every key; databases that ignore case would match other spellings too. */
const KEY = /^[0-9a-f]{64}$/

/**
 * The widgets that websites use. Every public request needs one, so it is kept while the version of the settings
 * stands. Unknown keys are not kept.
 */
export class ActiveWidgets {
  #known = new Map<string, Known>()

  async find(publicKey: string): Promise<Widget | null> {
    if (!KEY.test(publicKey)) return null
    const known = this.#known.get(publicKey)
    if (known && settingsVersion.holds(known.readAt)) return known.widget
    return this.#read(publicKey)
  }

  async #read(publicKey: string) {
    const readAt = settingsVersion.mark()
    const widget = await Widget.query()
      .where({ public_key: publicKey, is_active: true })
      .whereNull('deleted_at')
      .first()
    if (widget) this.#known.set(publicKey, { widget, readAt })
    else this.#known.delete(publicKey)
    return widget
  }
}
