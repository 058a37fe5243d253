import PageView from '#chat/models/page_view'
import { namedBy, type Reference } from '#chat/models/reference'
import Visitor from '#chat/models/visitor'
import { VisitorNotFound } from '#chat/exceptions/chat_errors'
import { newestFirst, type PageRequest } from '#chat/services/inbox/newest_first'
import type { Sight } from '#chat/services/visibility/sight'
import { whereVisitorInSight } from '#chat/services/visibility/visitors_in_sight'
import { SearchTerms } from '#chat/services/inbox/search/search_terms'
import { VisitorSearch } from '#chat/services/inbox/search/visitor_search'

/** The filters of a list of visitors. */
export interface VisitorFilters {
  widgetId?: number
  /** Words of the name or the email address; of very many matches only the newest are found. */
  q?: string
  /** The visitors that the agent may see; all when omitted. */
  sight?: Sight | null
}

/** Reads the visitors of the websites and their page views. */
export class VisitorList {
  #search = new VisitorSearch()

  /** @throws VisitorNotFound when the tenant has no such visitor */
  async find(tenantId: string, reference: Reference, sight: Sight | null = null): Promise<Visitor> {
    const named = Visitor.query().where({ tenant_id: tenantId, ...namedBy(reference) })
    const visitor = await whereVisitorInSight(named, sight).first()
    if (!visitor) throw new VisitorNotFound()
    return visitor
  }

  /** A page of the tenant's visitors, the most recently seen first. */
  async page(
    tenantId: string,
    { widgetId, q, sight = null }: VisitorFilters,
    request: PageRequest
  ) {
    const query = whereVisitorInSight(Visitor.query().where('tenant_id', tenantId), sight)
    if (widgetId !== undefined) query.where('widget_id', widgetId)
    if (q) {
      const { ids } = await this.#search.find(tenantId, new SearchTerms(q))
      query.whereIn('id', ids)
    }
    return newestFirst(query, request, ({ createdAt }) => createdAt)
  }

  /** A page of the visitor's page views, the newest first. */
  pageViews(visitor: Visitor, request: PageRequest) {
    const query = PageView.query().where('visitor_id', visitor.id)
    return newestFirst(query, request, ({ viewedAt }) => viewedAt)
  }

  /** The newest pages first. */
  trail(visitor: Visitor, limit: number): Promise<PageView[]> {
    return PageView.query().where('visitor_id', visitor.id).orderBy('id', 'desc').limit(limit)
  }
}
