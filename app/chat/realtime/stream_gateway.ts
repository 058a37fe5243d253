import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import type { ContainerBindings } from '@adonisjs/core/types'
import type { Logger } from '@adonisjs/core/logger'
import type { ChatConfig } from '#chat/define_config'
import { ShuttingDown, TooManyStreams } from '#chat/exceptions/chat_errors'
import type { RecentChanges } from '#chat/services/recent_changes'
import { addressKey } from '#chat/support/address_key'
import { WatchedStates, type WatchedState } from '#chat/realtime/watched_states'
import { BACKGROUND_BEATS, Heartbeat } from '#chat/realtime/heartbeat'
import type { Owner } from '#chat/realtime/heartbeat_frames'
import { END_OF_STREAM, LiveStream, type StreamFrame } from '#chat/realtime/live_stream'

export interface StreamRequest {
  /** Whose stream this is: streams are counted and re-checked per owner. */
  owner: string
  /** How many streams the owner may have at a time. */
  allowed: number
  channels: string[]
  /** The first frame. */
  greeting: StreamFrame
  /** A state that the reader is told of whenever it has changed. */
  watched?: WatchedState
  /** Whose changes its heartbeats carry. */
  follows: Owner
  /** The newest change number that is known of the owner. */
  change?: number
  /** Whether nobody looks at what the stream is for right now: its heart beats more slowly. */
  isBackground?: boolean
  /** Called as it opens; answers what is called when it has closed, from whichever end. */
  hold?: () => () => void
  /** Asked again and again, once per owner: false ends all of the owner's streams. */
  stillAllowed: () => Promise<boolean>
}

/** How long the readers' ends may take to read the last frame when the server closes. */
const FAREWELL_MS = 1000

interface OpenStream extends StreamRequest {
  ip: string
  live: LiveStream
  beats: number
}

/**
 * Opens, counts, keeps alive and ends the event streams of this process.
 *
 * A stream is authorised by the request that opens it, subscribes in the same breath, and so needs
 * neither a client-chosen id nor sticky sessions. Transmit stays the only publisher, so that its bus
 * reaches the streams of other processes.
 */
export class StreamGateway {
  #streams = new Set<OpenStream>()
  #timer?: NodeJS.Timeout
  #heartbeat: Heartbeat
  #isStopped = false
  #watched: WatchedStates

  constructor(
    readonly config: ChatConfig['streams'],
    protected transmit: ContainerBindings['transmit'],
    changes: RecentChanges,
    protected logger: Logger
  ) {
    this.#heartbeat = new Heartbeat(this.#streams, changes, logger)
    this.#watched = new WatchedStates(this.#streams, logger)
  }

  /** Starts the heartbeat. Called when the process is ready to serve. */
  start() {
    this.#isStopped = false
    clearInterval(this.#timer)
    this.#timer = setInterval(() => void this.#beat(), this.config.heartbeatSeconds * 1000)
    this.#timer.unref()
  }

  /** Ends every stream, those that nobody reads as well, so that the server can close. */
  stop() {
    this.#isStopped = true
    clearInterval(this.#timer)
    const ending = [...this.#streams]
    for (const { live } of ending) live.end()
    setTimeout(() => ending.forEach(({ live }) => live.cutOff()), FAREWELL_MS).unref()
  }

  get openCount() {
    return this.#streams.size
  }

  /**
   * @throws TooManyStreams when the owner or the address has its share already
   * @throws ShuttingDown when the server is closing
   */
  async open(ctx: HttpContext, request: StreamRequest) {
    if (this.#isStopped) throw new ShuttingDown()
    if (ctx.response.response.destroyed || ctx.request.method() === 'HEAD') return
    const ip = addressKey(ctx.request.ip())
    this.#refuseExcess(request, ip)

    /** The stream brings its own; both would be sent. */
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
    stream.writeMessage = ({ data }) => {
      live.send((data as { payload: StreamFrame }).payload)
      return true
    }

    const open: OpenStream = { ...request, ip, live, beats: 0 }
    this.#streams.add(open)
    const release = request.hold?.()
    response.on('close', () => {
      this.#streams.delete(open)
      release?.()
    })

    for (const channel of request.channels) {
      await this.transmit.subscribe({ uid, channel, context: ctx, skipAuthorization: true })
    }
    const beats = request.isBackground ? BACKGROUND_BEATS : 1
    live.send({ ...request.greeting, heartbeat_seconds: this.config.heartbeatSeconds * beats })
    return ctx.response.stream(stream)
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

  /** Looks again at the states whose key begins like this, for the streams of this process. */
  refresh(prefix: string) {
    return this.#watched.refresh(prefix)
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
}
