import type { StreamFrame } from '#chat/realtime/live_stream'
import { isInSight, type Sight } from '#chat/services/visibility/sight'
import type { RecentChange } from '#chat/realtime/recent_changes'

/**
 * The owner of a stream: an agent, who sees conversations of a tenant, or a visitor, who sees their own; `only` one
 * where a link opens no other.
 */
export type Owner = { tenantId: string; sight: Sight | null } | { visitorId: number; only?: string }

/** Conversations that have changed, each with its newest seq; null when there are too many: then readers reload all. */
export type Changed = [conversation: string, seq: number][] | null

/** The most conversations in a frame. */
const AT_MOST = 100

/**
 * The heartbeat frames of one round: each carries its owner's newest change number and the recent changes, so that a
 * reader notices lost frames. Streams that get the same content share a frame.
 */
export class HeartbeatFrames {
  #byTenant: Map<string, RecentChange[]>
  #byVisitor: Map<number, RecentChange[]>
  #frames = new Map<string, StreamFrame>()

  /** `changes` is null when there are too many to list; `newest` keeps each owner's number between rounds. */
  constructor(
    private changes: RecentChange[] | null,
    private newest: Map<string, number>
  ) {
    this.#byTenant = Map.groupBy(changes ?? [], ({ tenantId }) => tenantId)
    const isPublic = ({ publicSeq }: RecentChange) => publicSeq !== null
    this.#byVisitor = Map.groupBy(changes?.filter(isPublic) ?? [], ({ visitorId }) => visitorId)
  }

  /** The owner's frame of changes newer than the message with id `since`; its change number is at least `atLeast`. */
  of(owner: Owner, since: number, atLeast = 0): StreamFrame {
    const key = keyOf(owner)
    const known = this.#frames.get(`${since}/${key}`)
    if (known) return known
    this.newest.set(key, Math.max(atLeast, this.newest.get(key) ?? 0))
    const frame =
      'tenantId' in owner ? this.#ofAgents(owner, since, key) : this.#ofVisitor(owner, key)
    this.#frames.set(`${since}/${key}`, frame)
    return frame
  }

  #ofAgents(
    { tenantId, sight }: { tenantId: string; sight: Sight | null },
    since: number,
    key: string
  ) {
    const all = this.#byTenant.get(tenantId) ?? []
    const changes = all.filter((change) => isInSight(sight, change))
    const news = changes.filter(({ id }) => id > since)
    return this.#frame(
      key,
      changes.map(({ id }) => id),
      news.map(({ conversation, lastSeq }) => [conversation, lastSeq])
    )
  }

  /** Notes neither appear nor change the number here. */
  #ofVisitor({ visitorId, only }: { visitorId: number; only?: string }, key: string) {
    const theirs = this.#byVisitor.get(visitorId) ?? []
    const changes = theirs.filter(({ conversation }) => only === undefined || conversation === only)
    return this.#frame(
      key,
      changes.map(({ publicAt }) => publicAt!),
      changes.map(({ conversation, publicSeq }) => [conversation, publicSeq!])
    )
  }

  #frame(key: string, numbers: number[], changed: Changed): StreamFrame {
    const change = Math.max(this.newest.get(key) ?? 0, ...numbers)
    this.newest.set(key, change)
    const isListed = this.changes !== null && changed !== null && changed.length <= AT_MOST
    return { event: 'chat.heartbeat', change, changed: isListed ? changed : null }
  }
}

/** The key of an owner's change number. */
export const keyOf = (owner: Owner) =>
  'tenantId' in owner
    ? `tenant/${owner.tenantId}${owner.sight ? `/${JSON.stringify(owner.sight)}` : ''}`
    : `visitor/${owner.visitorId}/${owner.only ?? ''}`
