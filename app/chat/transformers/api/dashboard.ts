import type Conversation from '#chat/models/conversation'
import type Widget from '#chat/models/widget'
import type { Overview } from '#chat/services/analytics/analytics'
import { conversationShape } from '#chat/transformers/api/conversation'
import { shape } from '#chat/transformers/api/fields'
import { widgetShape } from '#chat/transformers/api/widget'

const statsShape = shape<Overview>(
  'DashboardStats',
  'How things are now, and today so far in the time zone of the tenant.',
  (field) => ({
    active_chats: field.integer((stats) => stats.activeChats, 'Open, with an agent.'),
    pending_chats: field.integer((stats) => stats.pendingChats, 'Waiting for an agent.'),
    started_today: field.integer((stats) => stats.startedToday),
    resolved_today: field.integer((stats) => stats.resolvedToday),
    average_response_time: field.orNull.number(
      (stats) => stats.averageFirstResponse,
      'Seconds to the first reply, on average over what was answered today.'
    ),
    stranded_chats: field.integer(
      (stats) => stats.strandedChats,
      'Of those pending, the ones that no agent serves.'
    ),
    online_agents: field.integer((stats) => stats.agentsOnline),
  })
)

interface Dashboard {
  stats: Overview
  recent: Conversation[]
  widgets: Widget[]
}

/** The dashboard as the API shows it. */
export const dashboardShape = shape<Dashboard>(
  'Dashboard',
  'What a dashboard begins with.',
  (field) => ({
    stats: field.part(statsShape, ({ stats }) => stats),
    recent_conversations: field.parts(conversationShape, ({ recent }) => recent),
    active_widgets: field.parts(widgetShape, ({ widgets }) => widgets),
  })
)
