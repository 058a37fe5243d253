import type Block from '#chat/models/block'
import { shape } from '#chat/transformers/api/fields'
import { visitorShape } from '#chat/transformers/api/visitor'

/** A blocked visitor as the API shows them. */
export const blockShape = shape<Block>('Block', 'A blocked visitor.', (field) => ({
  visitor: field.part(visitorShape, ({ visitor }) => visitor),
  blocked_by: field.text(({ agentName }) => agentName, 'The name of the agent.'),
  address_until: field.orNull.timestamp(
    ({ addressUntil }) => addressUntil,
    'Until when their address is blocked, too; null when it is not.'
  ),
  created_at: field.timestamp(({ createdAt }) => createdAt),
}))
