import { randomBytes, randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import Widget from '#chat/models/widget'
import { ActiveWidgets } from '#chat/services/active_widgets'
import { isWithinBusinessHours, nextClosing, nextOpening } from '#chat/services/business_hours'
import { WIDGET_DEFAULTS, type WidgetAttributes } from '#chat/services/widget_attributes'
import { NoSuchWidget } from '#chat/exceptions/chat_errors'
import type { AgentDirectory } from '#chat/services/agent_directory'
import { recordOf, type AuditAction, type AuditLog } from '#chat/services/audit/audit_log'
import { tell } from '#chat/services/tell'

/** Whether somebody would answer now, and if not because of the hour, when the team is back. */
export interface Availability {
  online: boolean
  nextOpenAt: DateTime | null
  /** When the hours that it is there in end; null without hours, and outside them. */
  closesAt: DateTime | null
}

/** 64 hexadecimal characters: public, but not to be guessed from another one. */
const newPublicKey = () => randomBytes(32).toString('hex')

/** The widgets of a tenant: what admins shape under Settings > Chat Widgets (A2). */
export class WidgetCatalog {
  #active = new ActiveWidgets()

  constructor(
    protected emitter: EmitterLike<EventsList>,
    protected agents: AgentDirectory,
    protected audit: AuditLog
  ) {}

  list(tenantId: string): Promise<Widget[]> {
    return Widget.query().where('tenant_id', tenantId).whereNull('deleted_at').orderBy('name')
  }

  /** @throws NoSuchWidget when the tenant has none of this id, or has deleted it */
  async find(tenantId: string, externalId: string): Promise<Widget> {
    const widget = await Widget.query()
      .where({ tenant_id: tenantId, external_id: externalId })
      .whereNull('deleted_at')
      .first()
    if (!widget) throw new NoSuchWidget()
    return widget
  }

  /** The active widget that a website embeds by this key. */
  findActiveByKey(publicKey: string): Promise<Widget | null> {
    return this.#active.find(publicKey)
  }

  create(tenantId: string, attributes: WidgetAttributes, userId: string | null): Promise<Widget> {
    const now = DateTime.utc()
    const widget = new Widget().fill({
      ...WIDGET_DEFAULTS,
      ...attributes,
      externalId: randomUUID(),
      tenantId,
      publicKey: newPublicKey(),
      handlerType: 'agent',
      userCreatedId: userId,
      userUpdatedId: userId,
      createdAt: now,
      updatedAt: now,
    })
    return this.audit.change(
      widget,
      'save',
      recordOf(widget, widget.name, 'widget.created', widget.userUpdatedId)
    )
  }

  update(widget: Widget, attributes: Partial<WidgetAttributes>, userId: string | null) {
    return this.#save(widget.merge({ ...attributes, userUpdatedId: userId }), 'widget.updated')
  }

  setActive(widget: Widget, isActive: boolean, userId: string | null) {
    const action = isActive ? 'widget.activated' : 'widget.deactivated'
    return this.#save(widget.merge({ isActive, userUpdatedId: userId }), action)
  }

  /** Gives the widget a new key: every page that still carries the old one loses the chat at once. */
  regenerateKey(widget: Widget, userId: string | null) {
    const changes = { publicKey: newPublicKey(), userUpdatedId: userId }
    return this.#save(widget.merge(changes), 'widget.key_regenerated')
  }

  /** Takes the widget off every website; its conversations stay in the inbox. */
  remove(widget: Widget, userId: string | null) {
    const deletedAt = DateTime.utc()
    const changes = { isActive: false, deletedAt, userUpdatedId: userId }
    return this.#save(widget.merge(changes), 'widget.deleted')
  }

  async availability(widget: Widget): Promise<Availability> {
    const now = DateTime.utc()
    if (!isWithinBusinessHours(widget.businessHours, now)) {
      return {
        online: false,
        nextOpenAt: nextOpening(widget.businessHours, now),
        closesAt: null,
      }
    }
    return {
      online: (await this.agents.onlineCount(widget.tenantId)) > 0,
      nextOpenAt: null,
      closesAt: nextClosing(widget.businessHours, now),
    }
  }

  async #save(widget: Widget, action: AuditAction): Promise<Widget> {
    widget.updatedAt = DateTime.utc()
    await this.audit.change(
      widget,
      'save',
      recordOf(widget, widget.name, action, widget.userUpdatedId)
    )
    this.#active.forget()
    tell(this.emitter, 'chat.widget.updated', { widget })
    return widget
  }
}
