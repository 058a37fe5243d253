import { DateTime } from 'luxon'
import logger from '@adonisjs/core/services/logger'
import Widget from '#chat/models/widget'
import { toSqlUtc } from '#chat/models/columns'
import { settingsVersion } from '#chat/services/settings/settings_version'
import { isOriginAllowed, normalizeAllowedOrigin } from '#chat/services/widgets/allowed_origins'

/** Requests can claim any origin with a widget's public key, so writes are limited to one per this many seconds. */
const WRITTEN_EVERY_SECONDS = 30

/** The website refused last, while it would still be refused; null for none. */
export function refusedWebsite({ refusedOrigin, allowedOrigins }: Widget): string | null {
  if (!refusedOrigin || isOriginAllowed(allowedOrigins, refusedOrigin)) return null
  return refusedOrigin
}

/**
 * Records the last website that loaded a widget without permission, for the admin who awaits the first visit: one
 * website per widget, written at most twice a minute across all processes.
 */
export class RefusedVisits {
  /** When this process last tried to write, in ms since 1970, by widget id. */
  #tried = new Map<number, number>()

  /** Records the origin of a page that may not embed the widget. A failed write is logged and not repeated. */
  async note(widget: Widget, origin: string): Promise<void> {
    const website = normalizeAllowedOrigin(origin)
    if (!website || website === widget.refusedOrigin || this.#isTooSoon(widget)) return
    try {
      const [written] = await this.#write(widget, website)
      if (Number(written)) await settingsVersion.advance()
    } catch (error) {
      logger.error({ err: error }, 'a refused visit of a chat widget could not be noted')
    }
  }

  #isTooSoon({ id }: Widget) {
    const now = Date.now()
    if (now - (this.#tried.get(id) ?? 0) < WRITTEN_EVERY_SECONDS * 1000) return true
    this.#tried.set(id, now)
    return false
  }

  #write({ id }: Widget, website: string) {
    const now = DateTime.utc()
    const limit = toSqlUtc(now.minus({ seconds: WRITTEN_EVERY_SECONDS }))
    return Widget.query()
      .where('id', id)
      .where((long) => long.whereNull('refused_at').orWhere('refused_at', '<=', limit))
      .update({ refused_at: toSqlUtc(now), refused_origin: website })
  }
}
