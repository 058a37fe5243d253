import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import type { ContainerBindings } from '@adonisjs/core/types'
import type { Logger } from '@adonisjs/core/logger'
import type { ChatConfig } from '#chat/config/chat_config'
import { ShuttingDown } from '#chat/exceptions/chat_errors'
import { DeliveryTimes } from '#chat/metrics/delivery_times'
import { drain, drainMs } from '#chat/realtime/drain'
import { withAbout, type About } from '#chat/realtime/frame_sight'
import { END_OF_STREAM, LiveStream, type StreamFrame } from '#chat/realtime/live_stream'
import type { Owner } from '#chat/realtime/heartbeat_frames'
import { deliver, type OpenStream } from '#chat/realtime/open_stream'
import type { RecentChanges } from '#chat/realtime/recent_changes'
import type { StreamCredentials } from '#chat/realtime/stream_credentials'
import { StreamLimits } from '#chat/realtime/stream_limits'
import type { StreamRequest } from '#chat/realtime/stream_request'
import { StreamRounds } from '#chat/realtime/stream_rounds'
import type { SharedCounts } from '#chat/redis/shared_counts'
import { addressKey } from '#chat/support/address_key'

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

/**
 * Opens, counts, keeps alive and ends the event streams of this process.
 *
 * A stream ends when its reader closes it or does not read for too long (`LiveStream`), when its log-in is no longer
 * valid or its owner no longer allowed (`Heartbeat`), when an event takes the right to it away (`EndStreams`), and when
 * this process closes.
 *
 * The request that opens a stream also authorises and subscribes it, so that neither a client-chosen id nor sticky
 * sessions are needed. Transmit is the only publisher, so that its bus reaches the streams of other processes.
 */
export class StreamGateway {
  #streams = new Set<OpenStream>()
  #rounds: StreamRounds
  #limits: StreamLimits
  #isStopped = false
  /** How long messages take to the streams of this process. */
  readonly deliveryTimes = new DeliveryTimes()

  constructor(
    readonly config: ChatConfig['streams'],
    protected transmit: ContainerBindings['transmit'],
    changes: RecentChanges,
    credentials: StreamCredentials,
    protected logger: Logger,
    protected others: OtherProcesses
  ) {
    const mayMissFrames = () => others.mayMissFrames()
    const sources = { changes, credentials, mayMissFrames, logger }
    this.#rounds = new StreamRounds(config, this.#streams, sources)
    this.#limits = new StreamLimits(config, this.#streams, others.counts)
  }

  /** Starts the heartbeat, when the process is ready to serve. */
  start() {
    this.#isStopped = false
    this.#rounds.start()
  }

  /**
   * Opens no more streams and ends those that are open: spread over a few seconds where other processes take the
   * readers in, agents first; else immediately. Resolves when the last one has been sent its end.
   */
  async close(): Promise<void> {
    this.#isStopped = true
    const streams = [...this.#streams].sort(
      (one, other) => Number(isAgents(other)) - Number(isAgents(one))
    )
    const { drainSeconds } = this.config
    const overMs = this.others.areThere() ? drainMs(streams.length, drainSeconds) : 0
    await drain(streams, overMs, ({ live }) => live.end())
    this.stop()
  }

  /** Ends every stream, including stalled ones, so that the server can close. */
  stop() {
    this.#isStopped = true
    this.#rounds.stop()
    const ending = [...this.#streams]
    for (const { live } of ending) live.end()
    setTimeout(() => ending.forEach(({ live }) => live.cutOff()), FAREWELL_MS).unref()
  }

  get openCount() {
    return this.#streams.size
  }

  /** The open streams, by who reads them: a tenant's, or of all tenants. */
  openStreams(tenantId?: string) {
    const streams = [...this.#streams].filter(
      (stream) => tenantId === undefined || stream.tenantId === tenantId
    )
    const agents = streams.filter(isAgents).length
    return { agents, visitors: streams.length - agents }
  }

  /**
   * @throws TooManyStreams when the owner or the address has reached its limit
   * @throws ShuttingDown when the server is closing
   */
  async open(ctx: HttpContext, request: StreamRequest) {
    if (this.#isStopped) throw new ShuttingDown()
    if (ctx.response.response.destroyed || ctx.request.method() === 'HEAD') return
    const ip = addressKey(ctx.request.ip())
    this.#limits.refuseExcess(request, ip)
    const counting = this.#limits.count(request, ip)
    const uncount = counting && (await counting)
    if (this.#isStopped) {
      uncount?.()
      throw new ShuttingDown()
    }
    if (ctx.response.response.destroyed) return void uncount?.()
    return this.#connect(ctx, request, ip, uncount)
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
    return this.#rounds.refresh(prefix)
  }

  /** What a page has that is rendered from now on (see `StreamRounds`). */
  get mark() {
    return this.#rounds.mark
  }

  /** What has changed for an owner after a mark; null when that is too long ago, or too much to list. */
  changedSince(mark: number, owner: Owner) {
    return this.#rounds.changedSince(mark, owner)
  }

  async #connect(ctx: HttpContext, request: StreamRequest, ip: string, uncount?: () => void) {
    // The stream sets its own; otherwise both would be sent
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
      this.deliveryTimes.note(payload, request.tenantId)
      deliver(open, channel, payload)
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
    live.send(await this.#rounds.greeting(request))
    return ctx.response.stream(stream)
  }
}

const isAgents = ({ agentId }: OpenStream) => agentId !== undefined
