import { DateTime } from 'luxon'
import logger from '@adonisjs/core/services/logger'
import type { ChatConfig } from '#chat/config/chat_config'
import Widget from '#chat/models/widget'
import { toSqlUtc } from '#chat/models/columns'
import { settingsVersion } from '#chat/services/settings/settings_version'
import { isOriginAllowed } from '#chat/services/widgets/allowed_origins'
import { RefusedVisits } from '#chat/services/widgets/setup/refused_visits'

const MAX_ORIGIN = 255

/** Whether a widget has been loaded on a website that is still allowed to embed it. */
export function hasBeenVisited({ firstSeenAt, firstSeenOrigin, allowedOrigins }: Widget): boolean {
  if (!firstSeenAt) return false
  return !firstSeenOrigin || isOriginAllowed(allowedOrigins, firstSeenOrigin)
}

/**
 * Records the first time that a widget is loaded on a website. Later requests only compare the kept widget, and until
 * it is read again, what this process has written.
 */
export class FirstVisits {
  /** The website last written, by widget id. */
  #written = new Map<number, string>()
  #refused = new RefusedVisits()

  constructor(protected config: ChatConfig) {}

  /**
   * Records the page that loaded the widget, as the browser reports it, unless it is the CRM's own. A website that is
   * not allowed is recorded for the admin who sets the widget up. A failed write is logged; the next visit repeats
   * it.
   *
   * @param host the host that the request was sent to
   */
  async note(widget: Widget, page: string | undefined, host: string | undefined): Promise<void> {
    if (!page || hasBeenVisited(widget)) return
    const url = URL.parse(page)
    if (!url || !/^https?:$/.test(url.protocol) || url.origin.length > MAX_ORIGIN) return
    if (url.host === host || url.origin === new URL(this.config.publicUrl).origin) return
    if (!isOriginAllowed(widget.allowedOrigins, url.origin)) {
      return this.#refused.note(widget, url.origin)
    }
    if (this.#written.get(widget.id) === url.origin) return

    this.#written.set(widget.id, url.origin)
    try {
      await this.#write(widget, url.origin)
      await settingsVersion.advance()
    } catch (error) {
      this.#written.delete(widget.id)
      logger.error({ err: error }, 'the first visit of a chat widget could not be noted')
    }
  }

  #write({ id, firstSeenOrigin }: Widget, origin: string) {
    const now = toSqlUtc(DateTime.utc())
    return Widget.query()
      .where('id', id)
      .where((unchanged) => {
        unchanged.whereNull('first_seen_at')
        if (firstSeenOrigin) unchanged.orWhere('first_seen_origin', firstSeenOrigin)
      })
      .update({ first_seen_at: now, first_seen_origin: origin })
  }
}
