import { DateTime } from 'luxon'
import { saveSettings } from '#crm/services/settings'
import type Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import type Widget from '#chat/models/widget'
import type { ChatWorld } from '#tests/helpers/chat_world'

/** What happened to a conversation, in seconds after its start. */
export interface Course {
  answeredAfter?: number
  resolvedAfter?: number
  rating?: number
  agent?: Agent
  widget?: Widget
}

/** A conversation that started at a moment and went a known way. */
export async function timed(
  world: ChatWorld,
  startedAt: string,
  { answeredAfter, resolvedAfter, rating, agent, widget = world.widget }: Course = {}
): Promise<Conversation> {
  const { visitor } = await world.guest({}, widget)
  const draft = { content: 'Hello', clientMessageId: crypto.randomUUID() }
  const { conversation } = await world.chat.messages.visitor.start(widget, visitor, draft)
  const start = DateTime.fromISO(startedAt, { zone: 'utc' })
  const after = (seconds?: number) => (seconds === undefined ? null : start.plus({ seconds }))
  const stored = await Conversation.findOrFail(conversation.id)
  const isEnded = resolvedAfter !== undefined
  return stored
    .merge({
      createdAt: start,
      firstResponseAt: after(answeredAfter),
      resolvedAt: after(resolvedAfter),
      status: isEnded ? 'resolved' : agent ? 'active' : 'pending',
      folder: isEnded ? 'ended' : 'open',
      openKey: isEnded ? null : stored.openKey,
      agentId: agent?.id ?? null,
      rating: rating ?? null,
      ratedAgentId: rating ? (agent?.id ?? null) : null,
      updatedAt: DateTime.utc(),
    })
    .save()
}

export const inZone = (world: ChatWorld, timeZone: string) =>
  saveSettings(world.tenantId, { companyName: 'Acme', currency: 'EUR', timeZone })

/** The days from one to another, as the dashboard's address names them. */
export const days = (from: string, to: string) => ({ period: 'custom', from, to })
