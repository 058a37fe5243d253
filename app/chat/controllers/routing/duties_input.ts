import type { Infer } from '@vinejs/vine/types'
import type { FilledIn } from '#chat/presenters/agent_pages'
import type { Duties } from '#chat/services/routing/agent_roster'
import type { dutiesValidator } from '#chat/validators/routing/agents'

/** What the form said: no box ticked means no department, and every widget. */
export function toDuties(input: Infer<typeof dutiesValidator>): Duties {
  return {
    maxConcurrentChats: input.max_concurrent_chats,
    departmentIds: input.department_ids ?? [],
    widgetIds: input.widget_ids ?? [],
  }
}

/** What is to be shown again when a form is refused. */
export function filledIn(input: Record<string, unknown>): FilledIn {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const texts = (value: unknown) => [value].flat().map(text)
  return {
    userId: text(input.user_id),
    maximum: text(input.max_concurrent_chats),
    departmentIds: texts(input.department_ids),
    widgetIds: texts(input.widget_ids),
  }
}
