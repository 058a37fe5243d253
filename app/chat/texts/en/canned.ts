/** Settings > Canned responses. */
export const canned = {
  title: 'Canned responses',
  lead: 'Ready-made answers. In the inbox, type {slash} and the shortcut.',
  new: 'New response',
  empty: {
    title: 'No canned responses yet',
    text: 'Save the answers you type every day. Names and numbers fill in automatically.',
    add: 'Create your first response',
  },
  shortcut: {
    label: 'Shortcut',
    hint: 'What agents type after the slash, e.g. refund-policy.',
  },
  name: {
    label: 'Title',
    hint: 'Internal. Visitors won’t see it.',
  },
  content: 'Text',
  new_title: 'New canned response',
  response: 'Response',
  placeholders: 'Placeholders, filled in from the current conversation:',
  fallback:
    'Add a fallback after a | in case it’s unknown: {example}. Without a fallback, the placeholder is left blank.',
  create: 'Create response',
  removal: 'Danger zone',
  delete: 'Delete response',
  delete_consequence:
    'It will no longer be available in the inbox. Messages already sent aren’t affected.',
  flash: {
    deleted: '/{shortcut} deleted.',
    saved: '/{shortcut} saved.',
  },
  unknown_placeholder: '{problem}. Use {placeholders}.',
} as const
