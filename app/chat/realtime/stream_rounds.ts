import type { Logger } from '@adonisjs/core/logger'
import type { ChatConfig } from '#chat/config/chat_config'
import { CATCH_UP_MS, CatchUp } from '#chat/realtime/catch_up'
import { BACKGROUND_BEATS, Heartbeat, OVERLAP } from '#chat/realtime/heartbeat'
import { HeartbeatFrames, type Changed, type Owner } from '#chat/realtime/heartbeat_frames'
import type { StreamFrame } from '#chat/realtime/live_stream'
import type { OpenStream } from '#chat/realtime/open_stream'
import type { RecentChanges } from '#chat/realtime/recent_changes'
import type { StreamCredentials } from '#chat/realtime/stream_credentials'
import type { StreamRequest } from '#chat/realtime/stream_request'
import { WatchedStates } from '#chat/realtime/watched_states'
import { workUnderWay } from '#chat/support/work_under_way'

/** What the rounds of a process read, and whether frames of other processes may be missing. */
export interface RoundsSources {
  changes: RecentChanges
  credentials: StreamCredentials
  mayMissFrames: () => boolean
  logger: Logger
}

/** Sends streams what no event publishes: heartbeats, changed states, and what other processes have written. */
export class StreamRounds {
  #beatTimer?: NodeJS.Timeout
  #catchUpTimer?: NodeJS.Timeout
  #heartbeat: Heartbeat
  #catchUp: CatchUp
  #watched: WatchedStates

  constructor(
    protected config: ChatConfig['streams'],
    streams: Set<OpenStream>,
    protected sources: RoundsSources
  ) {
    const { changes, credentials, logger } = sources
    this.#heartbeat = new Heartbeat(streams, changes, credentials, logger)
    this.#catchUp = new CatchUp(streams, changes, this.#heartbeat.newest, logger)
    this.#watched = new WatchedStates(streams, logger)
  }

  start() {
    this.stop()
    // Pages that are opened before the first beat have a mark as well
    void this.sources.changes.read().catch(() => {})
    const beatMs = this.config.heartbeatSeconds * 1000
    this.#beatTimer = setInterval(() => this.#beat(), beatMs).unref()
    this.#catchUpTimer = setInterval(() => this.#catchUpWithOthers(), CATCH_UP_MS).unref()
  }

  stop() {
    clearInterval(this.#beatTimer)
    clearInterval(this.#catchUpTimer)
  }

  /** Reads the states whose key starts with this prefix again, and sends those that changed. */
  refresh(prefix: string) {
    return this.#watched.refresh(prefix)
  }

  /**
   * What a page has that is rendered from now on: all changes up to this mark, late commits included. Null before anything
   * was read.
   */
  get mark(): number | null {
    const { changes } = this.sources
    const mark = Math.max(0, changes.markOf(OVERLAP))
    return changes.isForgotten(mark) ? null : mark
  }

  /** What has changed for an owner after a mark; null when that is too long ago, or too much to list. */
  async changedSince(mark: number, owner: Owner): Promise<Changed> {
    const { changes } = this.sources
    if (changes.isForgotten(mark)) return null
    const frames = new HeartbeatFrames(await changes.after(mark), new Map())
    return frames.of(owner, mark).changed as Changed
  }

  /** The first frame, sent when nothing written later can pass the stream by. */
  async greeting({ greeting, isBackground, newest }: StreamRequest): Promise<StreamFrame> {
    const beats = isBackground ? BACKGROUND_BEATS : 1
    // Without the newest change, which could not be read, the reader catches up
    const changed = await newest?.().catch((error) => {
      this.sources.logger.error({ err: error }, 'what is newest could not be read')
      return undefined
    })
    return { ...greeting, heartbeat_seconds: this.config.heartbeatSeconds * beats, changed }
  }

  #beat() {
    void workUnderWay.add(this.#watched.refresh())
    const beat = this.#heartbeat.beat()
    void workUnderWay.add(beat.catch((error) => this.sources.logger.error({ err: error })))
  }

  #catchUpWithOthers() {
    if (this.sources.mayMissFrames()) void workUnderWay.add(this.#catchUp.round())
    else this.#catchUp.end()
  }
}
