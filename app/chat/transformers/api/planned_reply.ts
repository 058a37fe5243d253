import type PlannedReply from '#chat/models/planned_reply'
import { shape } from '#chat/transformers/api/fields'

/** A reply that is sent later, as the API shows it to agents. */
export const plannedReplyShape = shape<PlannedReply>(
  'PlannedReply',
  'A reply that an agent sends later.',
  (field) => ({
    id: field.integer((planned) => planned.id),
    uuid: field.uuid((planned) => planned.externalId),
    conversation_id: field.integer((planned) => planned.conversationId),
    agent_id: field.integer((planned) => planned.agentId, 'Under whose name it is sent.'),
    agent_name: field.text((planned) => planned.agentName),
    content: field.text((planned) => planned.content),
    client_message_id: field.text(
      (planned) => planned.clientMessageId,
      'That of the message that it becomes.'
    ),
    due_at: field.timestamp((planned) => planned.dueAt),
    problem: field.orNull.text(
      (planned) => planned.problem,
      '`sending`: it is about to be a message. `ended`: it was not sent, because its conversation had ended. Another `due_at` tries again.'
    ),
    created_at: field.timestamp((planned) => planned.createdAt),
  })
)
