import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { chatTable } from '#chat/models/chat_model'
import { millisOfSqlUtc } from '#chat/models/columns'
import type { Sighted } from '#chat/services/visibility/sight'

/** A conversation with recent messages. */
export interface RecentChange extends Sighted {
  tenantId: string
  visitorId: number
  conversation: string
  /** The newest message's id, which increases across all conversations. */
  id: number
  lastSeq: number
  /** The newest line that the visitor may see; null when none of the new ones is. */
  publicSeq: number | null
  publicAt: number | null
}

interface Row {
  id: number
  seq: number
  visibility: string
  created_at: Date | string
  tenant_id: string
  visitor_id: number
  external_id: string
  widget_id: number
  department_id: number | null
  agent_id: number | null
}

/** How far back the first read looks, in messages: a stream may have opened before it. */
const AT_FIRST = 1000
/** More messages than this are not listed: readers reload everything. */
const AT_MOST = 5000

/**
 * The messages written since some reads ago, by any process: one query at the newest end of the messages' primary
 * key. Every change of a conversation adds a line to its thread, so none is missed.
 *
 * Reads overlap, because a transaction that began earlier may commit later. A failed read moves no mark: the next one
 * looks as far back.
 */
export class RecentChanges {
  /** The newest id of each of the last reads, oldest first. */
  #marks: number[] = []

  constructor(
    protected db: QueryClientContract,
    /** How many reads ago the window begins. */
    protected reads: number
  ) {}

  /** The newest id of so many reads ago: greater ids are newer than that read. */
  markOf(readsAgo: number): number {
    return this.#marks[Math.max(0, this.#marks.length - 1 - readsAgo)] ?? 0
  }

  /** Whether a mark is so old that the window does not reach back to it. */
  isForgotten(mark: number) {
    return mark < (this.#marks[0] ?? Infinity)
  }

  /** The conversations of the window by their latest message, or null when there are too many to list. */
  async read(): Promise<RecentChange[] | null> {
    const from = this.#marks[0] ?? (await this.#newest()) - AT_FIRST
    const rows = await this.#rows(from)
    const isTooMuch = rows.length > AT_MOST
    const newest = isTooMuch ? await this.#newest() : Number(rows.at(-1)?.id ?? from)
    if (!this.#marks.length) this.#marks.push(from)
    this.#marks = [...this.#marks, Math.max(from, newest)].slice(-this.reads - 1)
    return isTooMuch ? null : changesIn(rows)
  }

  /** The conversations with messages newer than this id, or null when there are too many; moves no mark. */
  async after(id: number): Promise<RecentChange[] | null> {
    const rows = await this.#rows(id)
    return rows.length > AT_MOST ? null : changesIn(rows)
  }

  async #newest() {
    const row = await this.db.from(chatTable('messages')).max('id as id').first()
    return Number(row?.id ?? 0)
  }

  /** Ordered by the primary key, so that no database chooses another index. */
  #rows(from: number): Promise<Row[]> {
    return this.db
      .from(`${chatTable('messages')} as message`)
      .join(`${chatTable('conversations')} as conversation`, (join) =>
        join.on('conversation.id', 'message.conversation_id')
      )
      .where('message.id', '>', from)
      .orderBy('message.id')
      .limit(AT_MOST + 1)
      .select('message.id', 'message.seq', 'message.visibility', 'message.created_at')
      .select('conversation.tenant_id', 'conversation.visitor_id', 'conversation.external_id')
      .select('conversation.widget_id', 'conversation.department_id', 'conversation.agent_id')
  }
}

function changesIn(rows: Row[]): RecentChange[] {
  const changes = new Map<string, RecentChange>()
  for (const row of rows) {
    const change = changes.get(row.external_id)
    const isPublic = row.visibility === 'public'
    changes.set(row.external_id, {
      tenantId: row.tenant_id,
      visitorId: row.visitor_id,
      widgetId: row.widget_id,
      departmentId: row.department_id,
      agentId: row.agent_id,
      conversation: row.external_id,
      id: Number(row.id),
      lastSeq: Math.max(row.seq, change?.lastSeq ?? 0),
      publicSeq: isPublic ? row.seq : (change?.publicSeq ?? null),
      publicAt: isPublic ? millisOfSqlUtc(row.created_at) : (change?.publicAt ?? null),
    })
  }
  return [...changes.values()]
}
