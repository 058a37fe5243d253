import type { Infer } from '@vinejs/vine/types'
import type { FilledIn } from '#chat/presenters/agent_pages'
import type { AgentSettings } from '#chat/services/team/agent_roster'
import type { agentSettingsValidator } from '#chat/validators/routing/agents'
import { asText } from '#chat/forms/sent_values'

/** An agent's settings from the form: no ticked box means no department, and every widget. */
export function toAgentSettings(input: Infer<typeof agentSettingsValidator>): AgentSettings {
  return {
    maxConcurrentChats: input.max_concurrent_chats,
    departmentIds: input.department_ids ?? [],
    widgetIds: input.widget_ids ?? [],
  }
}

/** The input to show again when a form is refused. */
export function filledIn(input: Record<string, unknown>): FilledIn {
  const texts = (value: unknown) => [value].flat().map(asText)
  return {
    userId: asText(input.user_id),
    maximum: asText(input.max_concurrent_chats),
    departmentIds: texts(input.department_ids),
    widgetIds: texts(input.widget_ids),
  }
}
