import { randomBytes, randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import Widget from '#chat/models/widget'
import { namedBy, type Reference } from '#chat/models/reference'
import { ActiveWidgets } from '#chat/services/widgets/active_widgets'
import {
  isWithinBusinessHours,
  nextClosing,
  nextOpening,
} from '#chat/services/widgets/business_hours'
import { widgetDefaults, type WidgetAttributes } from '#chat/services/widgets/widget_attributes'
import { NoSuchWidget, SupportWidgetStays } from '#chat/exceptions/chat_errors'
import type { FollowUpStart } from '#chat/services/conversations/follow_up_start'
import type { AgentDirectory } from '#chat/services/team/agent_directory'
import { recordOf, type AuditAction, type AuditLog } from '#chat/services/audit/audit_log'
import type { Retention } from '#chat/services/privacy/retention'
import { widgetBase, type Addresses } from '#chat/support/widget_address'
import { emitAfterCommit } from '#chat/support/emit_after_commit'
import { chatPath } from '#chat/support/chat_url'

/** Whether an agent would answer at the moment and, outside business hours, when the team is back. */
export interface Availability {
  online: boolean
  nextOpenAt: DateTime | null
  /** When the current business hours end; null without hours, and outside them. */
  closesAt: DateTime | null
}

/** What is scheduled anew when a widget's settings change. */
export interface WidgetSchedules {
  retention: Retention
  followUpStart: FollowUpStart
}

/** What puts the support chat into a layout of the host. */
const SUPPORT_TAG = '@chatSupport()'

/** 64 hexadecimal characters: public, but not to be guessed from another key. */
const newPublicKey = () => randomBytes(32).toString('hex')

/** The widgets of a tenant, managed under Settings > Chat Widgets (A2). */
export class WidgetCatalog {
  #active = new ActiveWidgets()

  constructor(
    protected emitter: EmitterLike<EventsList>,
    protected agents: AgentDirectory,
    protected audit: AuditLog,
    protected addresses: Addresses,
    protected schedules: WidgetSchedules
  ) {}

  list(tenantId: string): Promise<Widget[]> {
    return Widget.query().where('tenant_id', tenantId).whereNull('deleted_at').orderBy('name')
  }

  /** @throws NoSuchWidget when the tenant has none of this id, or it was deleted */
  async find(tenantId: string, reference: Reference): Promise<Widget> {
    const widget = await Widget.query()
      .where({ tenant_id: tenantId, ...namedBy(reference) })
      .whereNull('deleted_at')
      .first()
    if (!widget) throw new NoSuchWidget()
    return widget
  }

  /** The active widget with this public key. */
  findActiveByKey(publicKey: string): Promise<Widget | null> {
    return this.#active.find(publicKey)
  }

  /** The HTML snippet that embeds the widget, or the tag of the support chat. Its key changes with `regenerateKey`. */
  embedSnippet(widget: Widget): string {
    if (widget.isInApp) return SUPPORT_TAG
    const path = chatPath('chat.widget.loader', { file: `${widget.publicKey}.js` })
    return `<script src="${widgetBase(this.addresses)}${path}" async></script>`
  }

  /** What the website hosts as `/crm-chat-push.js`, so that its visitors can get pushes. */
  pushWorker({ publicKey: key }: Widget): string {
    const path = chatPath('chat.widget.push.worker', { key })
    return `importScripts('${widgetBase(this.addresses)}${path}')`
  }

  /** What the Content-Security-Policy of an embedding website has to allow: the origin and the directives. */
  embedPolicy(): { origin: string; policy: string } {
    const { origin } = new URL(widgetBase(this.addresses))
    const directives = ['script-src', 'connect-src', 'frame-src']
    return { origin, policy: directives.map((name) => `${name} ${origin};`).join(' ') }
  }

  /** `supportKey` is the tenant where it is the support chat's. */
  create(
    tenantId: string,
    attributes: WidgetAttributes,
    userId: string | null,
    supportKey: string | null = null
  ): Promise<Widget> {
    const now = DateTime.utc()
    const widget = new Widget().fill({
      ...widgetDefaults(),
      ...attributes,
      externalId: randomUUID(),
      tenantId,
      publicKey: newPublicKey(),
      supportKey,
      handlerType: 'agent',
      userCreatedId: userId,
      userUpdatedId: userId,
      createdAt: now,
      updatedAt: now,
    })
    return this.audit.change(
      widget,
      'save',
      recordOf(widget, widget.name, 'widget.created', widget.userUpdatedId),
      (trx) => this.schedules.retention.schedule(widget, trx)
    )
  }

  update(widget: Widget, attributes: Partial<WidgetAttributes>, userId: string | null) {
    return this.#save(widget.merge({ ...attributes, userUpdatedId: userId }), 'widget.updated')
  }

  setActive(widget: Widget, isActive: boolean, userId: string | null) {
    const action = isActive ? 'widget.activated' : 'widget.deactivated'
    return this.#save(widget.merge({ isActive, userUpdatedId: userId }), action)
  }

  /** Replaces the widget's key: pages that carry the old one lose the chat immediately. */
  regenerateKey(widget: Widget, userId: string | null) {
    const changes = { publicKey: newPublicKey(), userUpdatedId: userId }
    return this.#save(widget.merge(changes), 'widget.key_regenerated')
  }

  /**
   * Removes the widget from every website; its conversations stay in the inbox.
   *
   * @throws SupportWidgetStays for the one of the support chat, which is switched off instead
   */
  async remove(widget: Widget, userId: string | null) {
    if (widget.isInApp) throw new SupportWidgetStays()
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
    const changed = new Set(Object.keys(widget.$dirty))
    const { retention, followUpStart } = this.schedules
    await this.audit.change(
      widget,
      'save',
      recordOf(widget, widget.name, action, widget.userUpdatedId),
      async (trx) => {
        if (changed.has('retentionDays')) await retention.schedule(widget, trx)
        const isFollowedUpElse =
          changed.has('followUpAfterHours') || changed.has('resolveAfterHours')
        if (isFollowedUpElse) await followUpStart.schedule(widget, trx)
      }
    )
    emitAfterCommit(this.emitter, 'chat.widget.updated', { widget })
    return widget
  }
}
