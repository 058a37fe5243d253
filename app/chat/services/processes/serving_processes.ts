import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Logger } from '@adonisjs/core/logger'
import type { ProcessRows } from '#chat/services/processes/process_rows'
import { unconnected, type ServingProcess } from '#chat/services/processes/unconnected'

const BEAT_MS = 5000
/** A process that has missed two heartbeats counts as ended. */
const RECENT_BEATS = 2.5
/** Two processes may overlap for this long: one takes over from the other. */
const TOGETHER_MS = 60_000
/** Missed heartbeats after which a returning process is reported again; a delayed one is not. */
const QUIET_BEATS = 12
/** The rows of crashed processes are removed after this. */
const FORGOTTEN_MS = 600_000

interface Parts {
  rows: ProcessRows
  /** Whether this process's streams receive the broadcasts of other processes. */
  hasBus: boolean
  /** How the bus does at the moment, where that is known. */
  bus?: { isReady: boolean; isWhole: boolean }
  logger: Logger
}

/**
 * Records every few seconds that this process serves, and warns about others that do so without a shared bus: such
 * processes broadcast to their own browsers only, and count rate limits separately.
 */
export class ServingProcesses {
  readonly id = randomUUID()
  #timer?: NodeJS.Timeout
  #beating?: Promise<void>
  #isStopped = true
  #beatsSinceFound = QUIET_BEATS
  /** How many processes serve, as last seen. */
  count = 1
  #haveAllBus = true
  #countStreams = () => 0

  constructor(
    protected parts: Parts,
    protected beatMs = BEAT_MS,
    protected togetherMs = TOGETHER_MS
  ) {}

  start() {
    this.#isStopped = false
    clearInterval(this.#timer)
    this.#timer = setInterval(() => this.#beat(), this.beatMs)
    this.#timer.unref()
    this.#beat()
  }

  /** Has this process say how many streams it holds open. */
  countStreamsBy(count: () => number) {
    this.#countStreams = count
  }

  /** Processes that serve now. */
  recent(): Promise<ServingProcess[]> {
    return this.parts.rows.recent(this.beatMs * RECENT_BEATS)
  }

  /** Removes this process from the list; resolves when that is done. */
  async stop() {
    this.#isStopped = true
    clearInterval(this.#timer)
    await this.#beating
    await this.parts.rows.remove(this.id).catch((error) => this.#failed(error))
  }

  /** Serving processes that do not receive each other's broadcasts; empty in a correct setup. */
  async unconnected(): Promise<ServingProcess[]> {
    return unconnected(await this.recent(), this.togetherMs)
  }

  /**
   * Whether what other processes broadcast may not reach the streams of this one: one of them has no bus, or the bus is
   * interrupted, or was a few seconds ago.
   */
  mayMissFrames(): boolean {
    const isWhole = this.#haveAllBus && this.parts.bus?.isWhole !== false
    return this.count > 1 && !isWhole
  }

  /** Whether there is a bus that does not answer. */
  get isBusBroken(): boolean {
    return this.parts.bus?.isReady === false
  }

  #beat() {
    if (this.#beating || this.#isStopped) return
    this.#beating = this.#round()
      .catch((error) => this.#failed(error))
      .finally(() => (this.#beating = undefined))
  }

  async #round() {
    const { rows, hasBus } = this.parts
    const name = `${hostname()}:${process.pid}`.slice(-190)
    await rows.see({ id: this.id, name, hasBus, streams: this.#countStreams() })
    await rows.forget(FORGOTTEN_MS)
    const recent = await this.recent()
    this.count = recent.length
    this.#haveAllBus = recent.every((process) => process.hasBus)
    this.#report(unconnected(recent, this.togetherMs))
  }

  /** Logs once per occurrence. */
  #report(found: ServingProcess[]) {
    const names = found.map(({ name }) => name).join(', ')
    this.#beatsSinceFound += 1
    if (found.length && this.#beatsSinceFound > QUIET_BEATS) {
      this.parts.logger.warn(
        `${found.length} processes serve the chat without a bus between them (${names}): what one of them ` +
          'broadcasts reaches the streams of the others a few seconds late, and each counts limits on its own. ' +
          'Set REDIS_URL for all of them, or run one process'
      )
    }
    if (found.length) this.#beatsSinceFound = 0
  }

  #failed(error: unknown) {
    this.parts.logger.warn({ err: error }, 'the list of processes could not be kept')
  }
}
