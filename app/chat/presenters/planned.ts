import type Agent from '#chat/models/agent'
import type PlannedReply from '#chat/models/planned_reply'
import type { ViewerClock } from '#chat/presenters/viewer_clock'
import type { FollowUpStep } from '#chat/services/conversations/follow_up_step'
import { text } from '#chat/texts/text'

/** What is going to happen with a conversation whose visitor does not answer. */
export const presentFollowUp = (step: FollowUpStep | null, clock: ViewerClock) =>
  step && {
    text:
      step.action === 'follow_up'
        ? text('planned.follow_up.due', { time: clock.full(step.dueAt) })
        : text('planned.follow_up.resolve', { time: clock.full(step.dueAt) }),
    cancel:
      step.action === 'follow_up'
        ? text('planned.follow_up.cancel')
        : text('planned.follow_up.keep'),
    iso: clock.iso(step.dueAt),
  }

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
