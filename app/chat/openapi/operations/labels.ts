import { many, nothing, one, type Operations } from '#chat/openapi/operation'
import { labelShape } from '#chat/transformers/api/team'
import { labelChangesValidator, newLabelValidator } from '#chat/validators/api/label'
import { pageValidator } from '#chat/validators/api/paging'

const tag = 'Labels'

/** What the routes under `/labels` do. */
export const labelOperations: Operations = {
  'labels.index': {
    tag,
    summary: 'List the labels',
    query: pageValidator,
    responses: { 200: many(labelShape, 'Labels in the order in which they were made.') },
  },
  'labels.store': {
    tag,
    summary: 'Create a label',
    body: newLabelValidator,
    responses: { 201: one(labelShape, 'The new label.') },
    refusals: { E_CHAT_LABEL_EXISTS: 422, E_CHAT_TOO_MANY_LABELS: 422 },
  },
  'labels.show': {
    tag,
    summary: 'Get a label',
    responses: { 200: one(labelShape, 'The label.') },
  },
  'labels.update': {
    tag,
    summary: 'Change a label',
    description:
      'What is left out stays as it is. Conversations that carry it show it as it is now.',
    body: labelChangesValidator,
    responses: { 200: one(labelShape, 'The label as it is now.') },
    refusals: { E_CHAT_LABEL_EXISTS: 422 },
  },
  'labels.destroy': {
    tag,
    summary: 'Delete a label',
    description: 'Takes it off the conversations that carry it, too.',
    responses: { 204: nothing() },
  },
}
