import { many, nothing, one, type Operations } from '#chat/openapi/operation'
import { agentShape } from '#chat/transformers/api/agent'
import {
  cannedResponseShape,
  departmentShape,
  teamSettingsShape,
} from '#chat/transformers/api/team'
import { pageValidator } from '#chat/validators/api/paging'
import {
  agentChangesValidator,
  agentRemovalValidator,
  agentsValidator,
  newAgentValidator,
  ownStatusValidator,
  teamSettingsValidator,
} from '#chat/validators/api/team'
import { departmentValidator } from '#chat/validators/routing/agents'
import { cannedValidator } from '#chat/validators/settings/canned_validator'

const SCOPE = { E_CHAT_SCOPE_UNKNOWN: 422 } as const
const NAME_TAKEN = { E_CHAT_DEPARTMENT_EXISTS: 422 } as const
const SHORTCUT = { E_CHAT_SHORTCUT_TAKEN: 422, E_CHAT_UNKNOWN_PLACEHOLDER: 422 } as const

/** What the routes about the team and its canned responses do. */
export const teamOperations: Operations = {
  'agents.index': {
    tag: 'Agents',
    summary: 'List the agents',
    description:
      'All agents that a conversation or a message can name. `is_serving` says whether an agent takes chats from ' +
      'the queue; `serving=true` lists only those.',
    query: agentsValidator,
    responses: { 200: many(agentShape, 'Agents in the order in which they came.') },
  },
  'agents.store': {
    tag: 'Agents',
    summary: 'Add an agent',
    description: 'Lets a user of the CRM take chats from the queue.',
    body: newAgentValidator,
    responses: { 201: one(agentShape, 'The agent.') },
    refusals: { E_CHAT_AGENT_EXISTS: 409, ...SCOPE },
  },
  'agents.me': {
    tag: 'Agents',
    summary: 'Get oneself as an agent',
    responses: { 200: one(agentShape, 'The caller.') },
  },
  'agents.me.status': {
    tag: 'Agents',
    summary: 'Choose one’s status',
    body: ownStatusValidator,
    responses: { 200: one(agentShape, 'The caller as they are now.') },
  },
  'agents.settings': {
    tag: 'Agents',
    summary: 'Get what holds for all agents',
    responses: { 200: one(teamSettingsShape, 'The settings.') },
  },
  'agents.settings.update': {
    tag: 'Agents',
    summary: 'Change what holds for all agents',
    description: 'What is left out stays as it is.',
    body: teamSettingsValidator,
    responses: { 200: one(teamSettingsShape, 'The settings as they are now.') },
  },
  'agents.show': {
    tag: 'Agents',
    summary: 'Get an agent',
    responses: { 200: one(agentShape, 'The agent.') },
  },
  'agents.update': {
    tag: 'Agents',
    summary: 'Change how an agent serves',
    description: 'What is left out stays as it is.',
    body: agentChangesValidator,
    responses: { 200: one(agentShape, 'The agent as they are now.') },
    refusals: { E_CHAT_AGENT_NOT_SERVING: 409, ...SCOPE },
  },
  'agents.destroy': {
    tag: 'Agents',
    summary: 'Remove an agent',
    description:
      'Takes no more chats. Open ones stay with them (`keep`, the default) or go back to the ' +
      'queue (`requeue`).',
    query: agentRemovalValidator,
    responses: { 204: nothing() },
    refusals: { E_CHAT_AGENT_NOT_SERVING: 409 },
  },
  'departments.index': {
    tag: 'Departments',
    summary: 'List the departments',
    query: pageValidator,
    responses: { 200: many(departmentShape, 'Departments in the order in which they were made.') },
  },
  'departments.store': {
    tag: 'Departments',
    summary: 'Create a department',
    body: departmentValidator,
    responses: { 201: one(departmentShape, 'The new department.') },
    refusals: NAME_TAKEN,
  },
  'departments.show': {
    tag: 'Departments',
    summary: 'Get a department',
    responses: { 200: one(departmentShape, 'The department.') },
  },
  'departments.update': {
    tag: 'Departments',
    summary: 'Rename a department',
    body: departmentValidator,
    responses: { 200: one(departmentShape, 'The department under its new name.') },
    refusals: NAME_TAKEN,
  },
  'departments.destroy': {
    tag: 'Departments',
    summary: 'Remove a department',
    description: 'Conversations that waited for it wait for all agents from then on.',
    responses: { 204: nothing() },
  },
  'canned_responses.index': {
    tag: 'Canned responses',
    summary: 'List the canned responses',
    query: pageValidator,
    responses: {
      200: many(cannedResponseShape, 'Responses in the order in which they were made.'),
    },
  },
  'canned_responses.store': {
    tag: 'Canned responses',
    summary: 'Create a canned response',
    body: cannedValidator,
    responses: { 201: one(cannedResponseShape, 'The new response.') },
    refusals: SHORTCUT,
  },
  'canned_responses.show': {
    tag: 'Canned responses',
    summary: 'Get a canned response',
    responses: { 200: one(cannedResponseShape, 'The response.') },
  },
  'canned_responses.update': {
    tag: 'Canned responses',
    summary: 'Change a canned response',
    body: cannedValidator,
    responses: { 200: one(cannedResponseShape, 'The response as it is now.') },
    refusals: SHORTCUT,
  },
  'canned_responses.destroy': {
    tag: 'Canned responses',
    summary: 'Delete a canned response',
    responses: { 204: nothing() },
  },
}
