import { randomUUID } from 'node:crypto'
import type { DateTime } from 'luxon'
import type { Agent, Widget } from 'adonis-crm-chat'
import { toSqlUtc, hashVisitorToken, mintVisitorToken } from 'adonis-crm-chat/importing'
import { demoClient, type Device } from '#database/seeders/chat/visitor_clients'
import type { DemoAgent } from '#database/seeders/chat/script'
import type { DemoWidget } from '#database/seeders/chat/widgets'
import type { PastChat } from './plan.js'

/** Where it happened, and who answered. */
export interface Stage {
  widgets: Record<DemoWidget, Widget>
  agents: Record<DemoAgent, Agent>
  site: string
}

export type Row = Record<string, unknown> & { external_id: string }

const DEVICES: Device[] = ['iphone', 'android', 'windows', 'mac', 'linux']
const COUNTRIES = ['GB', 'DE', 'AT', 'IE', 'NL', 'FR']

/** A visitor who was on the website for as long as the conversation took. */
export function visitorRow(chat: PastChat, index: number, { widgets, site }: Stage): Row {
  const widget = widgets[chat.topic.widget]
  const client = demoClient(
    DEVICES[index % DEVICES.length],
    COUNTRIES[index % COUNTRIES.length],
    index % 80
  )
  const came = toSqlUtc(chat.startedAt.minus({ minutes: 2 }))
  const left = toSqlUtc(after(chat, chat.resolvedAfter))
  return {
    external_id: randomUUID(),
    tenant_id: widget.tenantId,
    widget_id: widget.id,
    token_hash: hashVisitorToken(mintVisitorToken()),
    token_expires_at: left,
    name: chat.name,
    email: chat.email,
    ip_address: client.ipAddress,
    user_agent: client.userAgent,
    country_code: client.countryCode,
    current_page: `${site}${chat.topic.page}`,
    first_seen_at: came,
    last_seen_at: left,
    created_at: came,
    updated_at: left,
  }
}

/** A conversation that was answered, thanked for and resolved; its number and visitor are missing yet. */
export function conversationRow(chat: PastChat, { widgets, agents, site }: Stage): Row {
  const widget = widgets[chat.topic.widget]
  const agent = agents[chat.agent]
  const ended = toSqlUtc(after(chat, chat.resolvedAfter))
  const answered = toSqlUtc(after(chat, chat.answeredAfter))
  const thanked = toSqlUtc(after(chat, chat.answeredAfter + 45))
  return {
    external_id: randomUUID(),
    tenant_id: widget.tenantId,
    widget_id: widget.id,
    agent_id: agent.id,
    joined_agent_id: agent.id,
    agent_name: agent.name,
    assigned_at: answered,
    queue_seconds: chat.answeredAfter,
    handler_type: 'agent',
    folder: 'ended',
    status: 'resolved',
    priority: 'normal',
    source_url: `${site}${chat.topic.page}`,
    last_message: chat.topic.thanks,
    last_message_sender_type: 'visitor',
    last_message_at: thanked,
    message_count: 3,
    last_seq: chat.rating ? 6 : 5,
    agent_read_seq: 4,
    visitor_read_seq: 5,
    first_response_at: answered,
    resolved_at: ended,
    rating: chat.rating?.stars ?? null,
    feedback: chat.rating?.words ?? null,
    rated_agent_id: chat.rating ? agent.id : null,
    rated_at: chat.rating ? toSqlUtc(after(chat, chat.resolvedAfter + 60)) : null,
    created_at: toSqlUtc(chat.startedAt),
    updated_at: ended,
  }
}

const after = ({ startedAt }: PastChat, seconds: number): DateTime => startedAt.plus({ seconds })
