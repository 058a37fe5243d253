import type { StreamFrame } from '#chat/realtime/live_stream'
import type { RecentChange } from '#chat/services/recent_changes'

/** Whose changes a stream follows: all of a tenant's, or what one visitor may see of their own. */
export type Owner = { tenantId: string } | { visitorId: number }

/** `[conversation, its newest seq]`, or null when there are too many: then the reader catches up whole. */
type Changed = [conversation: string, seq: number][] | null

/** More are not listed in a frame. */
const AT_MOST = 100

/**
 * The heartbeats of one beat: each carries the newest change number of its stream's owner and what has changed
 * lately, so that a reader to whom a frame got lost notices. Streams that are to hear the same share a frame.
 */
export class HeartbeatFrames {
  #byTenant: Map<string, RecentChange[]>
  #byVisitor: Map<number, RecentChange[]>
  #frames = new Map<string, StreamFrame>()

  /** `changes` is null when there are too many to list; `newest` keeps each owner's number between beats. */
  constructor(
    private changes: RecentChange[] | null,
    private newest: Map<string, number>
  ) {
    this.#byTenant = Map.groupBy(changes ?? [], ({ tenantId }) => tenantId)
    const isPublic = ({ publicSeq }: RecentChange) => publicSeq !== null
    this.#byVisitor = Map.groupBy(changes?.filter(isPublic) ?? [], ({ visitorId }) => visitorId)
  }

  /** The frame for this owner of what is newer than the message of id `since`; their number is no less than `atLeast`. */
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

  #ofAgents({ tenantId }: { tenantId: string }, since: number, key: string) {
    const changes = this.#byTenant.get(tenantId) ?? []
    const news = changes.filter(({ id }) => id > since)
    return this.#frame(
      key,
      changes.map(({ id }) => id),
      news.map(({ conversation, lastSeq }) => [conversation, lastSeq])
    )
  }

  /** Notes neither show nor move anything here. */
  #ofVisitor({ visitorId }: { visitorId: number }, key: string) {
    const changes = this.#byVisitor.get(visitorId) ?? []
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

/** What an owner's number is kept under. */
export const keyOf = (owner: Owner) =>
  'tenantId' in owner ? `tenant/${owner.tenantId}` : `visitor/${owner.visitorId}`
