import { inject } from '@adonisjs/core'
import type AuditEntry from '#chat/models/audit_entry'
import type { ViewerClock } from '#chat/presenters/viewer_clock'
import { AUDIT_AREAS, type AuditArea } from '#chat/services/audit/audit_actions'
import { ChatService } from '#chat/services/chat_service'
import { text } from '#chat/texts/text'
import { listInWords } from '#chat/texts/formats'
import { chatUrl } from '#chat/support/chat_url'

const PAGE = 50

/** The page under Settings > Chat audit log. */
@inject()
export class AuditPages {
  constructor(protected chat: ChatService) {}

  /** One page of the log, the newest first, of one area or of all. */
  async index(tenantId: string, query: Record<string, unknown>, clock: ViewerClock) {
    const area = AUDIT_AREAS.find((each) => each === query.area)
    const cursor = typeof query.cursor === 'string' ? query.cursor : undefined
    const page = await this.chat.audit.page(tenantId, { area, cursor, limit: PAGE })
    const names = await this.#names(tenantId, page.entries)
    return {
      areas: AUDIT_AREAS.map((each) => ({ value: each, label: text(`audit.areas.${each}`) })),
      area: area ?? '',
      rows: page.entries.map((entry) => row(entry, names, clock)),
      newestHref: cursor ? pathOf(area) : null,
      olderHref: page.nextCursor && pathOf(area, page.nextCursor),
    }
  }

  async #names(tenantId: string, entries: AuditEntry[]) {
    const ids = [...new Set(entries.flatMap(({ userId }) => userId ?? []))]
    const users = await Promise.all(ids.map((id) => this.chat.host.findUser(tenantId, id)))
    return new Map(
      ids.map((id, index) => [id, users[index]?.name ?? text('audit.former_user', { id })])
    )
  }
}

function row(entry: AuditEntry, names: Map<string, string>, clock: ViewerClock) {
  const { userId, action, subjectName, changed, createdAt } = entry
  return {
    iso: clock.iso(createdAt),
    at: clock.full(createdAt),
    who: userId ? names.get(userId) : text('audit.program'),
    what: text(`audit.actions.${action}`),
    subject: subjectName,
    changed: listInWords(changed.map(attributeInWords)),
  }
}

/** `maxConcurrentChats` as people write it: `max concurrent chats`. */
const attributeInWords = (name: string) =>
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

function pathOf(area: AuditArea | undefined, cursor?: string) {
  return chatUrl('chat.settings.audit', {}, { ...(area && { area }), ...(cursor && { cursor }) })
}
