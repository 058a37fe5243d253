import { PRIORITIES } from '#chat/models/conversation'
import type SavedView from '#chat/models/saved_view'
import type { InboxQuery } from '#chat/services/inbox/inbox_query'
import { INBOX_SORTS } from '#chat/services/inbox/inbox_order'
import { INBOX_FILTERS } from '#chat/services/inbox/inbox_scope'
import { shape } from '#chat/transformers/api/fields'

/** The filters of a view, as the query of the list of conversations names them. */
const filtersShape = shape<InboxQuery>(
  'ViewFilters',
  'Parameters of the list of conversations; null for what the view leaves open.',
  (field) => ({
    filter: field.choice(INBOX_FILTERS, (filters) => filters.filter),
    widget: field.orNull.text((filters) => filters.widget ?? null, 'Its `uuid`.'),
    label: field.orNull.text((filters) => filters.label ?? null, 'Its `uuid`.'),
    agent: field.orNull.text((filters) => filters.agent ?? null, 'A `uuid`, `me` or `unassigned`.'),
    priority: field.orNull.choice(PRIORITIES, (filters) => filters.priority ?? null),
    sort: field.orNull.choice(INBOX_SORTS, (filters) => filters.sort ?? null),
    q: field.orNull.text((filters) => filters.q ?? null),
  })
)

/** A saved view as the API shows it. */
export const savedViewShape = shape<SavedView>(
  'View',
  'Filters of the inbox under a name.',
  (field) => ({
    id: field.integer((view) => view.id),
    uuid: field.uuid((view) => view.externalId),
    name: field.text((view) => view.name),
    is_shared: field.boolean((view) => view.isShared, 'Whether the whole team sees it.'),
    agent_id: field.integer((view) => view.agentId, 'The agent who made it.'),
    filters: field.part(filtersShape, (view) => view.filters),
    created_at: field.timestamp((view) => view.createdAt),
    updated_at: field.timestamp((view) => view.updatedAt),
  })
)
