import type Agent from '#chat/models/agent'
import { AGENT_STATUSES, type AgentStatus } from '#chat/models/agent'
import { shape } from '#chat/transformers/api/fields'

/** An agent with what is known of them beyond their row. */
export interface AgentEntry {
  agent: Agent
  effectiveStatus: AgentStatus
  departmentIds: string[]
  widgetIds: string[]
}

/** An agent as the API shows it. */
export const agentShape = shape<AgentEntry>(
  'Agent',
  'A user of the CRM who answers chats.',
  (field) => ({
    id: field.integer(({ agent }) => agent.id),
    uuid: field.uuid(({ agent }) => agent.externalId),
    user_id: field.hostId(({ agent }) => agent.userId, 'The user of the CRM.'),
    name: field.text(({ agent }) => agent.name),
    avatar_url: field.orNull.text(({ agent }) => agent.avatarUrl),
    status: field.choice(AGENT_STATUSES, ({ agent }) => agent.status, 'As the agent has chosen.'),
    effective_status: field.choice(
      AGENT_STATUSES,
      (entry) => entry.effectiveStatus,
      'As it is right now: `offline` without an open stream, `busy` without capacity left.'
    ),
    is_serving: field.boolean(({ agent }) => agent.isServing, 'Takes chats from the queue.'),
    max_concurrent_chats: field.integer(({ agent }) => agent.maxConcurrentChats),
    current_chats_count: field.integer(({ agent }) => agent.currentChatsCount, 'All open ones.'),
    awaiting_chats_count: field.integer(
      ({ agent }) => agent.awaitingChatsCount,
      'How many of the open ones are `waiting` for the visitor.'
    ),
    total_chats_count: field.integer(({ agent }) => agent.totalChatsCount),
    total_rating: field.integer(({ agent }) => agent.totalRating),
    ratings_count: field.integer(({ agent }) => agent.ratingsCount),
    department_ids: field.texts((entry) => entry.departmentIds, 'The `uuid` of each.'),
    widget_ids: field.texts(
      (entry) => entry.widgetIds,
      'The `uuid` of each widget that the agent serves; none means all of them.'
    ),
    last_active_at: field.orNull.timestamp(({ agent }) => agent.lastActiveAt),
  })
)
