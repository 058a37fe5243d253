import type { Operations } from '#chat/openapi/operation'
import { plain, nothing } from '#chat/openapi/operation'

const tag = 'Visitors’ side'

const SCRIPT = {
  200: {
    description: 'JavaScript.',
    schema: { type: 'string' },
    mediaType: 'text/javascript',
    shapes: [],
  },
}

/** What websites load: scripts, the frame and the widget's settings; and what the scripts count. */
export const publicScriptOperations: Operations = {
  'widget.loader': {
    tag,
    summary: 'Get the loader',
    description: 'The script that a website embeds.',
    responses: SCRIPT,
  },
  'widget.script': {
    tag,
    summary: 'Get the loader (second address)',
    responses: SCRIPT,
  },
  'widget.frame': {
    tag,
    summary: 'Get the frame',
    description:
      'The page inside the frame of a website, with its script and styles; it lets itself be framed by the allowed ' +
      'websites alone.',
    responses: {
      200: { description: 'HTML.', schema: { type: 'string' }, mediaType: 'text/html', shapes: [] },
    },
  },
  'widget.rules': {
    tag,
    summary: 'Get the loader’s second stage',
    description:
      'Decides about proactive messages, and subscribes to pushes, for a widget that has them.',
    responses: SCRIPT,
  },
  'widget.push.worker': {
    tag,
    summary: 'Get the worker that shows pushes',
    description: 'The website’s own `/crm-chat-push.js` imports it.',
    responses: SCRIPT,
  },
  'widget.rules.shown': {
    tag,
    summary: 'Count that a proactive message was shown',
    description:
      'Names the message, and nothing about the visitor. The response does not say whether it was counted.',
    responses: { 204: nothing() },
  },
  'widget.rules.dismissed': {
    tag,
    summary: 'Count that a proactive message was dismissed',
    responses: { 204: nothing() },
  },
  'widget.config': {
    tag,
    summary: 'Get what a client has to know of a widget',
    responses: {
      200: plain('WidgetConfig', 'Texts, appearance, behaviour, and whether the team is there.'),
    },
  },
}
