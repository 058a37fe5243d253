import type { HttpContext } from '@adonisjs/core/http'
import type { HostUser } from '#chat/contracts/host_records'
import type { Changed, Owner } from '#chat/realtime/heartbeat_frames'
import type { StreamFrame } from '#chat/realtime/live_stream'
import type { WatchedState } from '#chat/realtime/watched_states'

/** The parameters of a stream: its owner, its channels, and what ends it. */
export interface StreamRequest {
  tenantId: string
  /** The owner of the stream: streams are counted and checked again per owner. */
  owner: string
  /** How many streams the owner may have open. */
  allowed: number
  channels: string[]
  /** The first frame. */
  greeting: StreamFrame
  /**
   * The newest change of the owner, asked when nothing written later can pass the stream by: by it, the reader
   * knows whether something was missed before.
   */
  newest?: () => Promise<Changed>
  /** A state that is sent to the reader whenever it has changed. */
  watched?: WatchedState
  /** The owner whose changes its heartbeats carry, and what the reader may see of them. */
  follows: Owner
  /** A channel of which the reader gets only what they may see. */
  sighted?: string
  /** Whether the reader gets a published frame; all of them when omitted. */
  admits?: (frame: StreamFrame) => boolean
  /** The agent whose sight decides what the reader is sent: looked at with every beat. */
  agentId?: number
  /** The owner's newest known change number. */
  change?: number
  /** Whether the page is in the background: then heartbeats are less frequent. */
  isBackground?: boolean
  /** Called when the stream opens; the returned function is called when it has closed, from either end. */
  hold?: () => () => void
  /**
   * The request by which a CRM user opened it: checked on every beat, and the stream ends when its log-in is no
   * longer valid.
   */
  credential?: HttpContext
  /**
   * Called repeatedly, once per owner: false ends all of the owner's streams. With a credential it receives the user
   * as currently stored, if it could be read.
   */
  stillAllowed: (user?: HostUser) => Promise<boolean>
}
