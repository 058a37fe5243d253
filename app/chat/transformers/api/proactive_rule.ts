import type ProactiveCount from '#chat/models/proactive_count'
import type ProactiveRule from '#chat/models/proactive_rule'
import { shape } from '#chat/transformers/api/fields'

/** A proactive message of a widget with its conditions, as the API shows it. */
export const proactiveRuleShape = shape<ProactiveRule>(
  'ProactiveRule',
  'A message by which a widget speaks first. Every condition that is not null has to hold.',
  (field) => ({
    id: field.integer((rule) => rule.id),
    uuid: field.uuid((rule) => rule.externalId),
    widget_id: field.integer((rule) => rule.widgetId),
    name: field.text((rule) => rule.name, 'Visitors do not see it.'),
    is_active: field.boolean((rule) => rule.isActive),
    message: field.text((rule) => rule.message),
    sender_name: field.orNull.text((rule) => rule.senderName, 'Null for the title of the widget.'),
    language: field.orNull.text((rule) => rule.language, 'Of the page, such as `de`.'),
    delay_seconds: field.integer(
      (rule) => rule.delaySeconds,
      'Between the moment at which the conditions hold and the message.'
    ),
    seconds_on_page: field.orNull.integer((rule) => rule.secondsOnPage),
    scroll_percent: field.orNull.integer((rule) => rule.scrollPercent),
    idle_seconds: field.orNull.integer((rule) => rule.idleSeconds),
    exit_intent: field.boolean(
      (rule) => rule.exitIntent,
      'Whether the pointer has to leave the page at its upper edge.'
    ),
    page_pattern: field.orNull.text(
      (rule) => rule.pagePattern,
      'A path or an address; `*` stands for anything.'
    ),
    min_visits: field.orNull.integer((rule) => rule.minVisits),
    trigger_name: field.orNull.text(
      (rule) => rule.triggerName,
      "The name that the website calls: `CrmChat('trigger', name)`."
    ),
    created_at: field.timestamp((rule) => rule.createdAt),
    updated_at: field.timestamp((rule) => rule.updatedAt),
  })
)

/** What became of a proactive message on one day. */
export const proactiveDayShape = shape<ProactiveCount>(
  'ProactiveDay',
  'How often a proactive message was shown, dismissed and answered on one day.',
  (field) => ({
    day: field.text((count) => count.day, 'In the time zone of the CRM: 2026-03-29.'),
    shown: field.integer((count) => count.shown),
    dismissed: field.integer((count) => count.dismissed),
    answered: field.integer((count) => count.answered),
  })
)
