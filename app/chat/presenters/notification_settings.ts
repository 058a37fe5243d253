import type Conversation from '#chat/models/conversation'
import type PushSubscription from '#chat/models/push_subscription'
import { shortUserAgent } from '#chat/presenters/user_agent'
import type { ViewerClock } from '#chat/presenters/viewer_clock'
import { CHANNELS, NOTICE_KINDS, type Channel } from '#chat/services/notifications/notice_kinds'
import type { NoticeChoices } from '#chat/services/notifications/notice_preferences'
import { chatUrl } from '#chat/support/chat_url'
import { text } from '#chat/texts/text'

/** The channels that this installation has. */
export const shownChannels = (has: { mail: boolean; host: boolean }): Channel[] =>
  CHANNELS.filter((channel) => (channel === 'mail' || channel === 'host' ? has[channel] : true))

interface Parts {
  agentId: number
  choices: NoticeChoices
  has: { mail: boolean; host: boolean }
  browsers: PushSubscription[]
  muted: Conversation[]
  clock: ViewerClock
}

/** The page on which an agent chooses how to be notified. */
export function presentNotificationSettings({ agentId, ...parts }: Parts) {
  const { choices, has, browsers, muted, clock } = parts
  const channels = shownChannels(has)
  return {
    agentId,
    kinds: NOTICE_KINDS.map((kind) => ({
      kind,
      label: text(`notices.kinds.${kind}`),
      choices: channels.map((id) => ({
        id,
        name: text(`notices.channels.${id}`),
        isChosen: choices.channels[kind].includes(id),
      })),
    })),
    quiet: {
      isOn: choices.isQuiet,
      from: choices.quietFrom,
      until: choices.quietUntil,
      zone: clock.zoneName,
    },
    browsers: browsers.map(({ externalId: id, userAgent, createdAt }) => ({
      id,
      name: shortUserAgent(userAgent) ?? text('notices.push.unknown'),
      iso: clock.iso(createdAt),
      since: clock.full(createdAt),
    })),
    muted: muted.map(({ externalId: id, displayNumber: number, visitor }) => ({
      id,
      number,
      name: visitor.displayName,
      href: chatUrl('chat.inbox.show', { id }),
    })),
  }
}
