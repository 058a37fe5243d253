import { DateTime } from 'luxon'
import logger from '@adonisjs/core/services/logger'
import type { ChatConfig } from '#chat/define_config'
import Widget from '#chat/models/widget'
import { toSqlUtc } from '#chat/models/columns'
import { isOriginAllowed } from '#chat/services/allowed_origins'

const MAX_ORIGIN = 255

/** Whether a widget has been loaded on a website that may carry it still. */
export function hasBeenVisited({ firstSeenAt, firstSeenOrigin, allowedOrigins }: Widget): boolean {
  if (!firstSeenAt) return false
  return !firstSeenOrigin || isOriginAllowed(allowedOrigins, firstSeenOrigin)
}

/**
 * Notes the first time that a widget is loaded on a website. Every later request costs a look at the widget,
 * which is at hand anyway: what this process has written it remembers until the widget is read again.
 */
export class FirstVisits {
  /** Widget ids and the website that was written last. */
  #written = new Map<number, string>()

  constructor(protected config: ChatConfig) {}

  /**
   * Takes the address of a page that has loaded the widget, as the browser tells it, unless the page is the
   * CRM's own. A write that fails is logged, and made up for by the next visit.
   *
   * @param host the host that the request was sent to
   */
  async note(widget: Widget, page: string | undefined, host: string | undefined): Promise<void> {
    if (!page || hasBeenVisited(widget)) return
    const url = URL.parse(page)
    if (!url || !/^https?:$/.test(url.protocol) || url.origin.length > MAX_ORIGIN) return
    if (url.host === host || url.origin === new URL(this.config.publicUrl).origin) return
    if (!isOriginAllowed(widget.allowedOrigins, url.origin)) return
    if (this.#written.get(widget.id) === url.origin) return

    this.#written.set(widget.id, url.origin)
    try {
      await this.#write(widget, url.origin)
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
