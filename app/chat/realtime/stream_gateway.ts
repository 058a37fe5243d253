import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import type { ContainerBindings } from '@adonisjs/core/types'
import type { Logger } from '@adonisjs/core/logger'
import type { ChatConfig } from '#chat/config/chat_config'
import { ShuttingDown, TooManyStreams } from '#chat/exceptions/chat_errors'
import type { StreamCredentials } from '#chat/realtime/stream_credentials'
import { DeliveryTimes } from '#chat/metrics/delivery_times'
import { CATCH_UP_MS, CatchUp } from '#chat/realtime/catch_up'
import type { RecentChanges } from '#chat/realtime/recent_changes'
import type { SharedCounts } from '#chat/redis/shared_counts'
import { addressKey } from '#chat/support/address_key'
import { WatchedStates } from '#chat/realtime/watched_states'
import { frameInSight, withAbout, type About } from '#chat/realtime/frame_sight'
import { drain } from '#chat/realtime/drain'
import { BACKGROUND_BEATS, Heartbeat } from '#chat/realtime/heartbeat'
import { END_OF_STREAM, LiveStream, type StreamFrame } from '#chat/realtime/live_stream'
import type { StreamRequest } from '#chat/realtime/stream_request'

/** Milliseconds that readers have for the last frame when the server closes. */
const FAREWELL_MS = 1000

/** What a gateway knows of the application's other processes. */
export interface OtherProcesses {
  /** Whether what they publish may not reach the streams of this process. */
  mayMissFrames(): boolean
  /** Whether there are any that serve. */
  areThere(): boolean
  /** Counts streams over all processes; without, each counts its own. */
  counts?: SharedCounts
}

interface OpenStream extends StreamRequest {
  ip: string
  live: LiveStream
  beats: number
}

/**
 * Opens, counts, keeps alive and ends the event streams of this process.
 *
 * The request that opens a stream also authorises and subscribes it, so that neither a client-chosen id nor sticky
 * sessions are needed. Transmit is the only publisher, so that its bus reaches the streams of other processes.
 */
export class StreamGateway {
  #streams = new Set<OpenStream>()
  #timer?: NodeJS.Timeout
  #catchUpTimer?: NodeJS.Timeout
  #heartbeat: Heartbeat
  #catchUp: CatchUp
  #isStopped = false
  /** How long messages take to the streams of this process. */
  readonly deliveryTimes = new DeliveryTimes()
  #watched: WatchedStates

  constructor(
    readonly config: ChatConfig['streams'],
    protected transmit: ContainerBindings['transmit'],
    changes: RecentChanges,
    credentials: StreamCredentials,
    protected logger: Logger,
    protected others: OtherProcesses
  ) {
    this.#heartbeat = new Heartbeat(this.#streams, changes, credentials, logger)
    this.#catchUp = new CatchUp(this.#streams, changes, this.#heartbeat.newest, logger)
    this.#watched = new WatchedStates(this.#streams, logger)
  }

  /** Starts the heartbeat, when the process is ready to serve. */
  start() {
    this.#isStopped = false
    clearInterval(this.#timer)
    this.#timer = setInterval(() => void this.#beat(), this.config.heartbeatSeconds * 1000)
    this.#timer.unref()
    clearInterval(this.#catchUpTimer)
    this.#catchUpTimer = setInterval(() => this.#catchUpWithOthers(), CATCH_UP_MS).unref()
  }

  /**
   * Opens no more streams and ends those that are open: spread over a few seconds where other processes take the
   * readers in, agents first; else immediately. Resolves when the last one is told.
   */
  async close(): Promise<void> {
    this.#isStopped = true
    const overMs = this.others.areThere() ? this.config.drainSeconds * 1000 : 0
    const isAgent = ({ agentId }: OpenStream) => agentId !== undefined
    const streams = [...this.#streams].sort(
      (one, other) => Number(isAgent(other)) - Number(isAgent(one))
    )
    await drain(streams, overMs, ({ live }) => live.end())
    this.stop()
  }

  /** Ends every stream, including stalled ones, so that the server can close. */
  stop() {
    this.#isStopped = true
    clearInterval(this.#timer)
    clearInterval(this.#catchUpTimer)
    const ending = [...this.#streams]
    for (const { live } of ending) live.end()
    setTimeout(() => ending.forEach(({ live }) => live.cutOff()), FAREWELL_MS).unref()
  }

  get openCount() {
    return this.#streams.size
  }

  /** The open streams, by who reads them. */
  get openStreams() {
    const agents = [...this.#streams].filter(({ agentId }) => agentId !== undefined).length
    return { agents, visitors: this.#streams.size - agents }
  }

  /**
   * @throws TooManyStreams when the owner or the address has reached its limit
   * @throws ShuttingDown when the server is closing
   */
  async open(ctx: HttpContext, request: StreamRequest) {
    if (this.#isStopped) throw new ShuttingDown()
    if (ctx.response.response.destroyed || ctx.request.method() === 'HEAD') return
    const ip = addressKey(ctx.request.ip())
    this.#refuseExcess(request, ip)
    const uncount = this.others.counts && (await this.#countEverywhere(request, ip))
    if (this.#isStopped) {
      uncount?.()
      throw new ShuttingDown()
    }
    if (ctx.response.response.destroyed) return void uncount?.()

    /** The stream sets its own; otherwise both would be sent. */
    ctx.response.removeHeader('Cache-Control')

    const uid = randomUUID()
    const response = ctx.response.response
    const stream = this.transmit.createStream({
      uid,
      context: ctx,
      request: ctx.request.request,
      response,
      injectResponseHeaders: ctx.response.getHeaders(),
    })
    const live = new LiveStream(response, this.config.maxBufferedBytes)
    const open: OpenStream = { ...request, ip, live, beats: 0 }
    stream.writeMessage = ({ data }) => {
      const { channel, payload } = data as { channel: string; payload: StreamFrame }
      this.deliveryTimes.note(payload)
      const frame = channel === request.sighted ? frameInSight(payload, sightOf(open)) : payload
      if (frame && (request.admits?.(frame) ?? true)) live.send(frame)
      return true
    }

    this.#streams.add(open)
    const release = request.hold?.()
    response.on('close', () => {
      this.#streams.delete(open)
      release?.()
      uncount?.()
    })

    for (const channel of request.channels) {
      await this.transmit.subscribe({ uid, channel, context: ctx, skipAuthorization: true })
    }
    const beats = request.isBackground ? BACKGROUND_BEATS : 1
    const heartbeatSeconds = this.config.heartbeatSeconds * beats
    const changed = await this.#newest(request)
    live.send({ ...request.greeting, heartbeat_seconds: heartbeatSeconds, changed })
    return ctx.response.stream(stream)
  }

  /** Sends a frame about a conversation to the agents of a channel who may see it, in every process. */
  publishSighted(channel: string, frame: StreamFrame, about: About) {
    this.publish(channel, withAbout(frame, about))
  }

  /** Sends a frame to every stream of a channel, in every process. */
  publish(channel: string, frame: StreamFrame) {
    this.transmit.broadcast(
      channel,
      frame as unknown as Parameters<ContainerBindings['transmit']['broadcast']>[1]
    )
  }

  /** Ends every stream of a channel, in every process. */
  endChannel(channel: string) {
    this.publish(channel, END_OF_STREAM)
  }

  /** Reads the states whose key starts with this prefix again, for the streams of this process. */
  refresh(prefix: string) {
    return this.#watched.refresh(prefix)
  }

  /** Left out where it is not known: then the reader catches up. */
  async #newest({ newest }: StreamRequest) {
    return newest?.().catch((error) => {
      this.logger.error({ err: error }, 'what is newest could not be read')
      return undefined
    })
  }

  #catchUpWithOthers() {
    if (this.others.mayMissFrames()) void this.#catchUp.round()
    else this.#catchUp.end()
  }

  async #beat() {
    void this.#watched.refresh()
    await this.#heartbeat.beat().catch((error) => this.logger.error({ err: error }))
  }

  #refuseExcess({ owner, allowed }: StreamRequest, ip: string) {
    let ofOwner = 0
    let ofAddress = 0
    for (const stream of this.#streams) {
      if (stream.owner === owner) ofOwner += 1
      if (stream.ip === ip) ofAddress += 1
    }
    if (ofOwner >= allowed || ofAddress >= this.config.perIp) throw new TooManyStreams()
  }

  /** Counts the stream over all processes, and returns what takes it off again. */
  async #countEverywhere({ owner, allowed }: StreamRequest, ip: string) {
    const counts = this.others.counts!
    const keys = [`streams/${owner}`, `streams/address/${ip}`]
    const uncount = () => void counts.release(keys)
    const [ofOwner, ofAddress] = (await counts.take(keys)) ?? [0, 0]
    if (ofOwner <= allowed && ofAddress <= this.config.perIp) return uncount
    uncount()
    throw new TooManyStreams()
  }
}

/** What the reader of an agents' stream may see; null means everything. */
const sightOf = ({ follows }: OpenStream) => ('tenantId' in follows ? follows.sight : null)
