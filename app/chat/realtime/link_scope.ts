import type Conversation from '#chat/models/conversation'
import type { Owner } from '#chat/realtime/heartbeat_frames'
import type { StreamFrame } from '#chat/realtime/live_stream'

/**
 * Confines the stream of a visitor who came by a link to the conversation that the link opens, heartbeats included.
 * Frames about no conversation pass.
 */
export class LinkScope {
  readonly follows: Extract<Owner, { visitorId: number }>

  constructor(visitorId: number, opened: Conversation | null) {
    this.follows = { visitorId, only: opened?.externalId ?? '' }
  }

  /** The link opens another conversation from now on. */
  moveTo(opened: Conversation | null) {
    this.follows.only = opened?.externalId ?? ''
  }

  admits = ({ conversation_id: id, conversation }: StreamFrame) => {
    const about = id ?? (conversation as { id?: string } | undefined)?.id
    return about === undefined || about === this.follows.only
  }
}
