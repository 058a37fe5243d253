import type PageView from '#chat/models/page_view'
import { shape } from '#chat/transformers/api/fields'

/** One page of a visitor's trail as the API shows it. */
export const pageViewShape = shape<PageView>(
  'PageView',
  'A page that a visitor opened.',
  (field) => ({
    id: field.integer((view) => view.id),
    visitor_id: field.integer((view) => view.visitorId),
    url: field.text((view) => view.url),
    title: field.orNull.text((view) => view.title),
    viewed_at: field.timestamp((view) => view.viewedAt),
  })
)
