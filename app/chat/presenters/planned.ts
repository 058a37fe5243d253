import type Agent from '#chat/models/agent'
import type PlannedReply from '#chat/models/planned_reply'
import type { ViewerClock } from '#chat/presenters/viewer_clock'

/** The planned replies of a conversation, as its pane shows them. */
export const presentPlanned = (planned: PlannedReply[], agent: Agent, clock: ViewerClock) =>
  planned.map((reply) => ({
    id: reply.externalId,
    by: reply.agentName,
    isMine: reply.agentId === agent.id,
    content: reply.content,
    hasEnded: reply.problem === 'ended',
    iso: clock.iso(reply.dueAt),
    at: clock.full(reply.dueAt),
    local: reply.dueAt.setZone(clock.zone).toFormat("yyyy-MM-dd'T'HH:mm"),
  }))
