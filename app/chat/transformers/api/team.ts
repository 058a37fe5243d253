import type CannedResponse from '#chat/models/canned_response'
import type Department from '#chat/models/department'
import type Label from '#chat/models/label'
import type { TeamChoices } from '#chat/services/team/team_settings'
import { shape } from '#chat/transformers/api/fields'

/** What holds for the whole team, as the API shows it. */
export const teamSettingsShape = shape<TeamChoices>(
  'AgentSettings',
  'What holds for all agents.',
  (field) => ({
    awaiting_visitor_counts: field.boolean(
      (choices) => choices.awaitingVisitorCounts,
      'Whether conversations that are `waiting` for the visitor count towards an agent’s maximum.'
    ),
  })
)

/** A department as the API shows it. */
export const departmentShape = shape<Department>('Department', 'A part of the team.', (field) => ({
  id: field.integer((department) => department.id),
  uuid: field.uuid((department) => department.externalId),
  name: field.text((department) => department.name),
  created_at: field.timestamp((department) => department.createdAt),
  updated_at: field.timestamp((department) => department.updatedAt),
}))

/** A label as the API shows it. */
export const labelShape = shape<Label>('Label', 'How agents sort conversations.', (field) => ({
  id: field.integer((label) => label.id),
  uuid: field.uuid((label) => label.externalId),
  name: field.text((label) => label.name),
  color: field.text((label) => label.color, 'As #rrggbb.'),
}))

/** An answer that the team keeps ready, as the API shows it. */
export const cannedResponseShape = shape<CannedResponse>(
  'CannedResponse',
  'An answer that the team keeps ready.',
  (field) => ({
    id: field.integer((response) => response.id),
    uuid: field.uuid((response) => response.externalId),
    shortcut: field.text((response) => response.shortcut, 'What is typed after the slash.'),
    title: field.text((response) => response.title),
    content: field.text((response) => response.content, 'With placeholders like {{visitor.name}}.'),
    created_at: field.timestamp((response) => response.createdAt),
    updated_at: field.timestamp((response) => response.updatedAt),
  })
)
