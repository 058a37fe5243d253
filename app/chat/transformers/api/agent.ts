import type Agent from '#chat/models/agent'
import { shape } from '#chat/transformers/api/shape'

/** An agent as the API shows it. */
export const agentShape = shape<Agent>(
  'Agent',
  'A user of the CRM who answers chats.',
  (field) => ({
    id: field.integer((agent) => agent.id),
    uuid: field.uuid((agent) => agent.externalId, 'What addresses call it.'),
    user_id: field.hostId((agent) => agent.userId),
    name: field.text((agent) => agent.name),
    avatar_url: field.orNull.text((agent) => agent.avatarUrl),
    status: field.choice(['online', 'away', 'busy', 'offline'], (agent) => agent.status),
    max_concurrent_chats: field.integer((agent) => agent.maxConcurrentChats),
    current_chats_count: field.integer((agent) => agent.currentChatsCount),
    total_chats_count: field.integer((agent) => agent.totalChatsCount),
    total_rating: field.integer((agent) => agent.totalRating),
    ratings_count: field.integer((agent) => agent.ratingsCount),
    last_active_at: field.orNull.moment((agent) => agent.lastActiveAt),
  })
)
