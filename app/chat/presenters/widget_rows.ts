import type { CrmHost } from '#chat/contracts/crm_host'
import type Widget from '#chat/models/widget'
import { text } from '#chat/texts/text'
import { agoInWords } from '#chat/texts/formats'

/** The list's rows: each widget with where it may be used and who changed it last. */
export async function widgetRows(widgets: Widget[], host: CrmHost, tenantId: string) {
  const ids = new Set(widgets.map((widget) => widget.userUpdatedId).filter((id) => id !== null))
  const users = await Promise.all([...ids].map((id) => host.findUser(tenantId, id)))
  const names = new Map(users.map((user) => [user?.id, user?.name]))

  return widgets.map((widget) => ({
    widget,
    shortKey: `${widget.publicKey.slice(0, 6)}…${widget.publicKey.slice(-4)}`,
    websites: websitesOf(widget),
    changedAt: widget.updatedAt.toUTC().toISO(),
    changedAgo: agoInWords(widget.updatedAt),
    changedBy: names.get(widget.userUpdatedId ?? undefined) ?? null,
  }))
}

function websitesOf({ isInApp, allowedOrigins: [first, ...others] }: Widget) {
  if (isInApp) return text('support_chat.pages')
  if (!first) return text('widgets.list.every_website')
  return others.length ? text('widgets.list.more_websites', { first, count: others.length }) : first
}
