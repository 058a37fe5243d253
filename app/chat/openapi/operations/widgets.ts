import { many, nothing, one, type Operations } from '#chat/openapi/operation'
import { embedCodeShape, widgetShape } from '#chat/transformers/api/widget'
import { pageValidator } from '#chat/validators/api/paging'
import { newWidgetValidator, widgetChangesValidator } from '#chat/validators/api/widget'

const tag = 'Widgets'

/** What the routes under `/widgets` do. */
export const widgetOperations: Operations = {
  'widgets.index': {
    tag,
    summary: 'List the widgets',
    description:
      'All of the company: like departments, labels and agents they are its set-up, also for who does not `see all chats`.',
    query: pageValidator,
    responses: { 200: many(widgetShape, 'Widgets in the order in which they were made.') },
  },
  'widgets.store': {
    tag,
    summary: 'Create a widget',
    description: 'Only the name is needed; what is left out is as in a new form of the settings.',
    body: newWidgetValidator,
    responses: { 201: one(widgetShape, 'The new widget.') },
  },
  'widgets.show': {
    tag,
    summary: 'Get a widget',
    responses: { 200: one(widgetShape, 'The widget.') },
  },
  'widgets.update': {
    tag,
    summary: 'Change a widget',
    description: 'What is left out stays as it is.',
    body: widgetChangesValidator,
    responses: { 200: one(widgetShape, 'The widget as it is now.') },
  },
  'widgets.destroy': {
    tag,
    summary: 'Delete a widget',
    description: 'Takes it off every website. Its conversations stay.',
    responses: { 204: nothing('The widget is gone.') },
    refusals: { E_CHAT_SUPPORT_WIDGET_STAYS: 409 },
  },
  'widgets.toggle_active': {
    tag,
    summary: 'Switch a widget on or off',
    responses: { 200: one(widgetShape, 'The widget in its other state.') },
  },
  'widgets.regenerate_token': {
    tag,
    summary: 'Give a widget a new token',
    description: 'Pages that carry the old one lose the chat immediately.',
    responses: { 200: one(widgetShape, 'The widget with its new token.') },
  },
  'widgets.embed_code': {
    tag,
    summary: 'Get the code for a website',
    responses: { 200: one(embedCodeShape, 'What to put into the website.') },
  },
}
