import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type Agent from '#chat/models/agent'
import SavedView from '#chat/models/saved_view'
import { namedBy, type Reference } from '#chat/models/reference'
import { PermissionDenied, TooManyViews, ViewNotFound } from '#chat/exceptions/chat_errors'
import type { InboxQuery } from '#chat/services/inbox/inbox_query'

export const MAX_VIEWS = 50

/** What an agent decides about a saved view. */
export interface ViewAttributes {
  name: string
  isShared: boolean
  filters: InboxQuery
}

/** The agent, and whether they may change the views that the team shares. */
export interface ViewUser {
  agent: Agent
  mayManage: boolean
}

/** Named filters of the inbox: an agent's own, and those that the team shares (I11). */
export class SavedViews {
  /** The views that an agent sees: the team's first, each group by name. */
  list(agent: Agent): Promise<SavedView[]> {
    return this.#visibleTo(agent).orderBy('is_shared', 'desc').orderBy('name').orderBy('id')
  }

  /** @throws ViewNotFound when there is no such view, or it is another agent's own */
  async find(agent: Agent, reference: Reference): Promise<SavedView> {
    const view = await this.#visibleTo(agent).where(namedBy(reference)).first()
    if (!view) throw new ViewNotFound()
    return view
  }

  /**
   * @throws PermissionDenied when an agent who may not manage the chat shares a view
   * @throws TooManyViews
   */
  async create({ agent, mayManage }: ViewUser, attributes: ViewAttributes): Promise<SavedView> {
    if (attributes.isShared && !mayManage) throw new PermissionDenied()
    const own = await SavedView.query().where('agent_id', agent.id).select('id').limit(MAX_VIEWS)
    if (own.length >= MAX_VIEWS) throw new TooManyViews([String(MAX_VIEWS)])
    const now = DateTime.utc()
    return SavedView.create({
      ...attributes,
      externalId: randomUUID(),
      tenantId: agent.tenantId,
      agentId: agent.id,
      createdAt: now,
      updatedAt: now,
    })
  }

  /**
   * Changes the name, the filters or both.
   *
   * @throws PermissionDenied when the view is another agent's, and the user may not manage the chat
   */
  change(
    view: SavedView,
    changes: Partial<Pick<ViewAttributes, 'name' | 'filters'>>,
    user: ViewUser
  ): Promise<SavedView> {
    this.#assertMayChange(view, user)
    return view.merge({ ...changes, updatedAt: DateTime.utc() }).save()
  }

  /** @throws PermissionDenied when the view is another agent's, and the user may not manage the chat */
  async remove(view: SavedView, user: ViewUser): Promise<void> {
    this.#assertMayChange(view, user)
    await view.delete()
  }

  /** Whether this user may change a view. */
  mayChange(view: SavedView, { agent, mayManage }: ViewUser) {
    return view.agentId === agent.id || (view.isShared && mayManage)
  }

  #assertMayChange(view: SavedView, user: ViewUser) {
    if (!this.mayChange(view, user)) throw new PermissionDenied()
  }

  #visibleTo(agent: Agent) {
    return SavedView.query()
      .where('tenant_id', agent.tenantId)
      .where((visible) => visible.where('is_shared', true).orWhere('agent_id', agent.id))
  }
}
