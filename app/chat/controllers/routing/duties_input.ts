import type { Infer } from '@vinejs/vine/types'
import type { Duties } from '#chat/services/routing/agent_roster'
import type { dutiesValidator } from '#chat/validators/routing/agents'

const DEFAULT_MAXIMUM = 5

/** What the form said: no box ticked means no department, and every widget. */
export function toDuties(input: Infer<typeof dutiesValidator>): Duties {
  return {
    maxConcurrentChats: input.max_concurrent_chats ?? DEFAULT_MAXIMUM,
    departmentIds: input.department_ids ?? [],
    widgetIds: input.widget_ids ?? [],
  }
}
