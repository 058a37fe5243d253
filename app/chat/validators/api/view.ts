import vine from '#chat/validators/vine'
import { PRIORITIES } from '#chat/models/conversation'
import { INBOX_SORTS } from '#chat/services/inbox/inbox_order'
import { INBOX_FILTERS } from '#chat/services/inbox/inbox_scope'
import { MAX_QUERY } from '#chat/services/inbox/search/search_terms'
import { isNamed } from '#chat/validators/api/named'
import { reference } from '#chat/validators/api/reference'
import { viewName } from '#chat/validators/inbox/work'

/** The filters of a view; one that is left out or null is off. */
const filters = () =>
  vine.object({
    filter: vine.enum(INBOX_FILTERS).nullable().optional(),
    widget: reference().nullable().optional(),
    label: reference().nullable().optional(),
    agent: reference('me', 'unassigned').nullable().optional(),
    priority: vine.enum(PRIORITIES).nullable().optional(),
    sort: vine.enum(INBOX_SORTS).nullable().optional(),
    q: vine.string().maxLength(MAX_QUERY).nullable().optional(),
  })

export const newViewValidator = vine.create({
  name: viewName(),
  is_shared: vine.boolean({ strict: true }).optional(),
  filters: filters(),
})

/** What is to change about a view; filters are replaced whole. */
export const viewChangesValidator = vine.create({
  name: viewName().optional().requiredWhen(isNamed),
  filters: filters().optional().requiredWhen(isNamed),
})
