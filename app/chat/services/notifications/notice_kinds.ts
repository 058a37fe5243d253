export const NOTICE_KINDS = ['message', 'assigned', 'woken'] as const
/** What agents are notified of: a visitor's message, a chat that came to them, the end of a snooze. */
export type NoticeKind = (typeof NOTICE_KINDS)[number]

export const CHANNELS = ['crm', 'desktop', 'push', 'mail', 'host'] as const
/**
 * A way that notifications take: `crm` is the bell, `desktop` an open tab, `push` a browser without one, `mail` an
 * email, `host` the host's own driver.
 */
export type Channel = (typeof CHANNELS)[number]

/** The channels that are on, by kind. */
export type Channels = Record<NoticeKind, Channel[]>

/** Everything that does not go beyond the agent's own devices. */
export const DEFAULT_CHANNELS: Channels = {
  message: ['crm', 'desktop', 'push', 'host'],
  assigned: ['crm', 'desktop', 'push', 'host'],
  woken: ['crm', 'desktop', 'push', 'host'],
}

/** Whether it rings until it is opened, and is delivered without delay (N3). */
export const isUrgent = (kind: NoticeKind) => kind === 'assigned'
