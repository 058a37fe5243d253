import { setTimeout as wait } from 'node:timers/promises'
import type { HttpContext } from '@adonisjs/core/http'
import type { Logger } from '@adonisjs/core/logger'
import type { HostUser } from '#chat/contracts/host_records'
import type { StreamCredentials } from '#chat/realtime/stream_credentials'
import { HeartbeatFrames, keyOf, type Owner } from '#chat/realtime/heartbeat_frames'
import type { LiveStream } from '#chat/realtime/live_stream'
import type { RecentChange, RecentChanges } from '#chat/realtime/recent_changes'

/** Number of beats after which a background stream gets a heartbeat, and its owner's access is checked. */
export const BACKGROUND_BEATS = 3
/** How many beats further back a heartbeat reads, for transactions that commit late. */
export const OVERLAP = 2
/** How many reads of changes are remembered. */
export const READS_REMEMBERED = BACKGROUND_BEATS + OVERLAP
/** Milliseconds that a heartbeat waits for the changes that it carries. */
const PATIENCE_MS = 1000

export interface BeatingStream {
  owner: string
  live: LiveStream
  /** The owner whose changes its heartbeats carry. */
  follows: Owner
  /** The newest change number known when it opened. */
  change?: number
  /** Whether its page is in the background. */
  isBackground?: boolean
  /** The request by which a CRM user opened it; its log-in is checked again. */
  credential?: HttpContext
  stillAllowed: (user?: HostUser) => Promise<boolean>
  /** The agent whose sight decides what the reader is sent. */
  agentId?: number
  /** The number of its beats so far. */
  beats: number
}

/** Sends heartbeats to all streams of the process, one round after the other. */
export class Heartbeat {
  /** The newest change number of each owner of a stream. */
  readonly newest = new Map<string, number>()
  #isReading = false

  constructor(
    protected streams: Set<BeatingStream>,
    protected changes: RecentChanges,
    protected credentials: StreamCredentials,
    protected logger: Logger
  ) {}

  /**
   * Reads recent changes once, sends each stream those that concern it, and ends streams that are no longer allowed.
   * Credentials and visibility are checked with every beat, other reasons every few beats.
   */
  async beat(): Promise<void> {
    const due = new Set(
      [...this.streams].filter(({ beats }) => (beats + 1) % BACKGROUND_BEATS === 0)
    )
    for (const stream of this.streams) stream.beats += 1
    await Promise.all([this.#send(due), this.#recheck([...due])])
  }

  /** A slow database does not delay the heartbeat: its changes come with an extra one. */
  async #send(due: Set<BeatingStream>) {
    if (this.#isReading) return this.#sendTo([], due)
    const reading = this.#read()
    const inTime = await Promise.race([reading, wait(PATIENCE_MS, undefined, { ref: false })])
    if (inTime === undefined) this.#sendTo([], due)
    this.#sendTo(inTime === undefined ? await reading : inTime, due)
  }

  /** Sends to all foreground streams, and to the background streams that are due. */
  #sendTo(changes: RecentChange[] | null, due: Set<BeatingStream>) {
    const frames = new HeartbeatFrames(changes, this.newest)
    const known = new Set<string>()
    for (const stream of this.streams) {
      const { live, follows, isBackground, change } = stream
      const readsAgo = (isBackground ? BACKGROUND_BEATS : 1) + OVERLAP - 1
      const frame = frames.of(follows, this.changes.markOf(readsAgo), change)
      known.add(keyOf(follows))
      if (!isBackground || due.has(stream)) live.send(frame)
    }
    for (const key of this.newest.keys()) if (!known.has(key)) this.newest.delete(key)
  }

  /** Changes that could not be read are in the next heartbeat, which looks as far back. */
  async #read(): Promise<RecentChange[] | null> {
    this.#isReading = true
    try {
      return await this.changes.read()
    } catch (error) {
      this.logger.error({ err: error }, 'what has changed could not be read')
      return []
    } finally {
      this.#isReading = false
    }
  }

  async #recheck(due: BeatingStream[]) {
    const users = await this.#recheckCredentials()
    await this.#look(users)
    const open = due.filter(({ live }) => live.isOpen)
    const owners = new Map(open.map((stream) => [stream.owner, stream]))
    const refused = new Set<string>()
    await Promise.all(
      [...owners].map(async ([owner, stream]) => {
        if (!(await this.#isStillAllowed(stream, users))) refused.add(owner)
      })
    )
    for (const { owner, live } of this.streams) if (refused.has(owner)) live.end()
  }

  /** Visibility may have been changed in any process; an entry that cannot be read stays as it is. */
  async #look(users: Map<HttpContext, HostUser>) {
    const looking = [...this.streams].flatMap((stream) => {
      const user = stream.credential && users.get(stream.credential)
      return user && stream.agentId ? [{ stream, user, agentId: stream.agentId }] : []
    })
    try {
      const sights = await this.credentials.sights(looking)
      looking.forEach(({ stream }, index) => {
        stream.follows = { ...stream.follows, sight: sights[index] }
      })
    } catch (error) {
      this.logger.error({ err: error }, 'what the readers of streams see could not be read')
    }
  }

  /** Ends the streams whose log-in is no longer valid; returns the users of the others. */
  async #recheckCredentials(): Promise<Map<HttpContext, HostUser>> {
    const asked = [...this.streams].filter(({ credential }) => credential)
    try {
      const users = await this.credentials.good(asked.map(({ credential }) => credential!))
      for (const { credential, live } of asked) if (!users.has(credential!)) live.end()
      return users
    } catch (error) {
      this.logger.error({ err: error }, 'the credentials of streams could not be re-checked')
      return new Map()
    }
  }

  /** A failed check (busy database) ends nothing: the next one checks again. */
  async #isStillAllowed(
    { owner, credential, stillAllowed }: BeatingStream,
    users: Map<HttpContext, HostUser>
  ) {
    try {
      return await stillAllowed(credential && users.get(credential))
    } catch (error) {
      this.logger.error({ err: error, owner }, 'a stream could not be re-checked')
      return true
    }
  }
}
