import type { DateTime } from 'luxon'
import PageView from '#chat/models/page_view'
import type Visitor from '#chat/models/visitor'
import type { StoredPage } from '#chat/services/visitors/page_address'

/** The page that a visitor is on. Stored without secrets, and cut to the stored length. */
export interface PageVisit {
  url: string
  title?: string | null
  referrer?: string | null
}

/** Adds a page to a visitor's trail, of which the newest `most` are kept. */
export async function addToTrail(
  { id: visitorId, tenantId }: Visitor,
  page: StoredPage,
  viewedAt: DateTime,
  most: number
): Promise<void> {
  await PageView.create({ tenantId, visitorId, ...page, viewedAt })
  const surplus = await PageView.query()
    .where('visitor_id', visitorId)
    .orderBy('id', 'desc')
    .select('id')
    .offset(most)
    .first()
  if (!surplus) return
  await PageView.query().where('visitor_id', visitorId).where('id', '<=', surplus.id).delete()
}
