import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import ProactiveCount from '#chat/models/proactive_count'
import ProactiveRule from '#chat/models/proactive_rule'
import { namedBy, type Reference } from '#chat/models/reference'
import type Widget from '#chat/models/widget'
import { recordOf, type AuditLog } from '#chat/services/audit/audit_log'
import { ActiveRules } from '#chat/services/proactive/active_rules'
import { ProactiveCounts } from '#chat/services/proactive/proactive_counts'
import type { ServiceParts } from '#chat/services/service_parts'
import { ProactiveRuleNotFound, TooManyProactiveRules } from '#chat/exceptions/chat_errors'

/** What an admin decides about a rule. */
export type ProactiveAttributes = Pick<
  ProactiveRule,
  | 'name'
  | 'isActive'
  | 'message'
  | 'senderName'
  | 'language'
  | 'delaySeconds'
  | 'secondsOnPage'
  | 'scrollPercent'
  | 'idleSeconds'
  | 'exitIntent'
  | 'pagePattern'
  | 'minVisits'
  | 'triggerName'
>

/** A rule that holds on every page as soon as it is open. */
export const PROACTIVE_DEFAULTS: Omit<ProactiveAttributes, 'name' | 'message'> = {
  isActive: true,
  senderName: null,
  language: null,
  delaySeconds: 0,
  secondsOnPage: null,
  scrollPercent: null,
  idleSeconds: null,
  exitIntent: false,
  pagePattern: null,
  minVisits: null,
  triggerName: null,
}

/** The most rules per widget: a browser looks at all of them every second. */
const MOST = 50

/**
 * `chat.proactive`: rules for messages that a widget sends without an agent, and how often they were shown, dismissed and
 * answered (W15).
 */
export class Proactive {
  /** How often messages were shown, dismissed and answered. */
  readonly counts: ProactiveCounts

  /** The rules that browsers get. */
  readonly active = new ActiveRules()

  readonly #audit: AuditLog

  constructor({ db, host, audit }: Pick<ServiceParts, 'db' | 'host' | 'audit'>) {
    this.counts = new ProactiveCounts(db, host)
    this.#audit = audit
  }

  /** The rules of a widget, in the order in which they were made and are tried. */
  list({ id }: Widget): Promise<ProactiveRule[]> {
    return ProactiveRule.query().where('widget_id', id).orderBy('id')
  }

  /** @throws ProactiveRuleNotFound when the widget has no such rule */
  async find({ id, tenantId }: Widget, reference: Reference): Promise<ProactiveRule> {
    const rule = await ProactiveRule.query()
      .where({ tenant_id: tenantId, widget_id: id, ...namedBy(reference) })
      .first()
    if (!rule) throw new ProactiveRuleNotFound()
    return rule
  }

  /** @throws TooManyProactiveRules when the widget has as many as allowed */
  async create(widget: Widget, attributes: ProactiveAttributes, userId: string | null) {
    const known = await this.list(widget)
    if (known.length >= MOST) throw new TooManyProactiveRules([String(MOST)])
    const rule = new ProactiveRule().fill({
      externalId: randomUUID(),
      tenantId: widget.tenantId,
      widgetId: widget.id,
      userCreatedId: userId,
      createdAt: DateTime.utc(),
    })
    return this.#save(rule, attributes, userId)
  }

  update(rule: ProactiveRule, attributes: Partial<ProactiveAttributes>, userId: string | null) {
    return this.#save(rule, attributes, userId)
  }

  /** The active rule whose message a visitor answers; null where the widget has none of this id. */
  async invitation(widget: Widget, externalId?: string | null): Promise<ProactiveRule | null> {
    if (!externalId) return null
    const rules = await this.active.of(widget)
    return rules.find((rule) => rule.externalId === externalId) ?? null
  }

  /** Removes a rule with its counts; conversations that it began stay. */
  async remove(rule: ProactiveRule, userId: string | null): Promise<void> {
    const record = recordOf(rule, rule.name, 'proactive_rule.deleted', userId)
    await this.#audit.change(rule, 'delete', record)
    await ProactiveCount.query().where('rule_id', rule.id).delete()
  }

  async #save(
    rule: ProactiveRule,
    attributes: Partial<ProactiveAttributes>,
    userId: string | null
  ) {
    const action = rule.$isNew ? 'proactive_rule.created' : 'proactive_rule.updated'
    rule.merge({ ...attributes, userUpdatedId: userId, updatedAt: DateTime.utc() })
    return this.#audit.change(rule, 'save', recordOf(rule, rule.name, action, userId))
  }
}
