import { randomUUID } from 'node:crypto'

/** Everything that is read, under one conversation or not. */
export const READS = [
  '',
  '/list',
  '/rows?ids=',
  '/unread',
  '/export.csv',
  '/:id',
  '/:id/pane',
  '/:id/context',
  '/:id/messages',
]

/** Everything that changes a conversation, with what it takes. */
export const WRITES: [string, Record<string, unknown>][] = [
  ['/:id/messages', { content: 'Hello', client_message_id: randomUUID() }],
  ['/:id/read', { seq: 1 }],
  ['/:id/typing', { typing: true }],
  ['/:id/assign', { user_id: 'me' }],
  ['/:id/transfer', { to: 'agent:1' }],
  ['/:id/resolve', {}],
  ['/:id/close', {}],
  ['/:id/reopen', {}],
  ['/:id/undo', {}],
  ['/:id/snooze', { until: 'hour' }],
  ['/:id/wake', {}],
  ['/:id/mute', { muted: true }],
  ['/:id/archive', {}],
  ['/:id/unarchive', {}],
  ['/:id/contact', { name: 'Joan' }],
  ['/:id/promote', {}],
  ['/:id/convert', {}],
  ['/:id/ticket', {}],
]
