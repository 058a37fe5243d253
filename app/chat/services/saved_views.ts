import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type Agent from '#chat/models/agent'
import SavedView from '#chat/models/saved_view'
import { PermissionDenied, TooManyViews, ViewNotFound } from '#chat/exceptions/chat_errors'
import type { InboxAddress } from '#chat/services/inbox_address'

export const MAX_VIEWS = 50

export interface ViewAttributes {
  name: string
  isShared: boolean
  filters: InboxAddress
}

/** Whoever works with views, and whether what the team shares is theirs to decide. */
export interface ViewUser {
  agent: Agent
  mayManage: boolean
}

/** Filters of the inbox under a name: one's own, and those that the team shares (I11). */
export class SavedViews {
  /** The views that an agent sees: what the team shares first, each part by name. */
  list(agent: Agent): Promise<SavedView[]> {
    return this.#visibleTo(agent).orderBy('is_shared', 'desc').orderBy('name').orderBy('id')
  }

  /** @throws ViewNotFound when there is no such view, or it is somebody else's own */
  async find(agent: Agent, externalId: string): Promise<SavedView> {
    const view = await this.#visibleTo(agent).where('external_id', externalId).first()
    if (!view) throw new ViewNotFound()
    return view
  }

  /**
   * @throws PermissionDenied when it is to be shared by one who may not manage the chat
   * @throws TooManyViews
   */
  async create({ agent, mayManage }: ViewUser, attributes: ViewAttributes): Promise<SavedView> {
    if (attributes.isShared && !mayManage) throw new PermissionDenied()
    const own = await SavedView.query().where('agent_id', agent.id).select('id').limit(MAX_VIEWS)
    if (own.length >= MAX_VIEWS) throw new TooManyViews([`${MAX_VIEWS} views`])
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

  /** @throws PermissionDenied when it is a colleague's, and one may not manage the chat */
  rename(view: SavedView, name: string, user: ViewUser): Promise<SavedView> {
    this.#demand(view, user)
    return view.merge({ name, updatedAt: DateTime.utc() }).save()
  }

  /** @throws PermissionDenied when it is a colleague's, and one may not manage the chat */
  async remove(view: SavedView, user: ViewUser): Promise<void> {
    this.#demand(view, user)
    await view.delete()
  }

  /** Whether a view is this user's to change. */
  mayChange(view: SavedView, { agent, mayManage }: ViewUser) {
    return view.agentId === agent.id || (view.isShared && mayManage)
  }

  #demand(view: SavedView, user: ViewUser) {
    if (!this.mayChange(view, user)) throw new PermissionDenied()
  }

  #visibleTo(agent: Agent) {
    return SavedView.query()
      .where('tenant_id', agent.tenantId)
      .where((visible) => visible.where('is_shared', true).orWhere('agent_id', agent.id))
  }
}
