import { END_OF_STREAM, type StreamFrame } from '#chat/realtime/live_stream'
import { isInSight, type Sight, type Sighted } from '#chat/services/visibility/sight'

/**
 * What a frame for agents is about: where the conversation belongs, or each of those of its visitor, and where it
 * did before if it has just moved.
 */
export interface About {
  now: Sighted[]
  before?: Sighted
}

/** Travels with a frame between processes; it is removed before a reader gets the frame. */
const KEY = '_about'

/** Frames for the whole team: they are about no conversation. */
const OF_THE_TEAM = ['chat.agent.updated', END_OF_STREAM.event]

interface Opened {
  frame: StreamFrame
  about?: About
  /** The frame for a reader who may no longer see the conversation. */
  left: StreamFrame
}

/** Parsed once per frame, however many streams it goes to. */
const opened = new WeakMap<StreamFrame, Opened>()

export const withAbout = (frame: StreamFrame, about: About): StreamFrame => ({
  ...frame,
  [KEY]: about,
})

/**
 * The frame that one reader gets of a frame published to all agents: the frame itself if they may see its
 * conversation, a "left" frame if they just lost sight of it, or null. A frame without a conversation goes to readers
 * who see everything.
 */
export function frameInSight(published: StreamFrame, sight: Sight | null): StreamFrame | null {
  const { frame, about, left } = open(published)
  if (sight === null || OF_THE_TEAM.includes(frame.event)) return frame
  if (!about) return null
  if (about.now.some((sighted) => isInSight(sight, sighted))) return frame
  return about.before && isInSight(sight, about.before) ? left : null
}

function open(published: StreamFrame): Opened {
  const known = opened.get(published)
  if (known) return known
  const { [KEY]: about, ...rest } = published
  const frame = rest as StreamFrame
  const { id, uuid } = (frame.conversation ?? {}) as { id?: number; uuid?: string }
  const left = { event: 'chat.conversation.left', conversation: { id, uuid } }
  const parts = { frame, about: about as About | undefined, left }
  opened.set(published, parts)
  return parts
}
