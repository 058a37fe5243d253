import type { NoticeKind } from '#chat/services/notifications/notice_kinds'

/** What the agents' script knows of an agent's notifications on every page. */
export interface NotificationsJson {
  /** Whether the agent is notified of anything at all. */
  may_reply: boolean
  unread: number
  /** The conversations of the unread ones, by their external ids. */
  conversations: string[]
  /** The conversations of whose messages the agent is not notified. */
  muted: string[]
  /** The kinds of which an open tab shows a notification. */
  desktop: NoticeKind[]
  /** The present or next quiet hours. */
  quiet: { from: string; until: string } | null
}

/** The key that browsers subscribe to. */
export interface PushKeyJson {
  key: string
}

/** What a browser's worker, or a host's driver, gets of a notification. */
export interface PushJson {
  /** A newer push with the same topic replaces one that was not delivered yet. */
  topic: string
  /** Which state of the notification it shows: the same one again is shown without a sound. */
  version: string
  kind: NoticeKind
  title: string
  body: string
  conversation: string
  url: string
  urgent: boolean
}

/** What a visitor's browser is asked, in their language, and the key that it subscribes to. */
export interface PushOfferJson {
  key: string
  ask: string
  accept: string
  decline: string
  on: string
  turn_off: string
  failed: string
}

/** What a visitor's browser gets of replies. */
export interface VisitorPushJson {
  topic: string
  /** The newest reply: the same one again is shown without a sound. */
  version: string
  title: string
  body: string
  conversation: string
  /** The page of the website that the visitor was on last. */
  url: string | null
}
