import { many, nothing, one, type Operations } from '#chat/openapi/operation'
import { savedViewShape } from '#chat/transformers/api/saved_view'
import { pageValidator } from '#chat/validators/api/paging'
import { newViewValidator, viewChangesValidator } from '#chat/validators/api/view'

const tag = 'Views'

/** What the routes under `/views` do. */
export const viewOperations: Operations = {
  'views.index': {
    tag,
    summary: 'List the saved views',
    query: pageValidator,
    responses: {
      200: many(savedViewShape, 'The caller’s own views, and those that the team shares.'),
    },
  },
  'views.store': {
    tag,
    summary: 'Save a view',
    description:
      'Keeps parameters of the list of conversations under a name. With `is_shared` the whole team sees it, which ' +
      'takes the permission to manage the chat.',
    body: newViewValidator,
    responses: { 201: one(savedViewShape, 'The new view.') },
    refusals: { E_CHAT_TOO_MANY_VIEWS: 422 },
  },
  'views.show': {
    tag,
    summary: 'Get a saved view',
    responses: { 200: one(savedViewShape, 'The view.') },
  },
  'views.update': {
    tag,
    summary: 'Change a saved view',
    description: 'What is left out stays as it is; `filters` are replaced whole.',
    body: viewChangesValidator,
    responses: { 200: one(savedViewShape, 'The view as it is now.') },
  },
  'views.destroy': {
    tag,
    summary: 'Delete a saved view',
    responses: { 204: nothing() },
  },
}
