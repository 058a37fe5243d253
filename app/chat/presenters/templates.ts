import type { presentRow } from '#chat/presenters/row'
import type { ThreadMessage } from '#chat/presenters/thread'
import { text } from '#chat/texts/text'

type Row = Omit<ReturnType<typeof presentRow>, 'waiting'> & { waiting: null }

/**
 * What the inbox's script draws from a frame: copies of these, rendered by the same components as
 * everything else, with all parts that a row or a message can have. It fills in what it knows and takes
 * out what does not apply.
 */
export function presentTemplates(canPick: boolean) {
  return {
    row: rowTemplate(canPick),
    waiting: { since: '', level: 'fresh', text: '' },
    days: [{ key: '', label: text('inbox.conversation.today'), messages: [messageTemplate] }],
  }
}

const rowTemplate = (canPick: boolean): Row => ({
  id: '',
  visitorId: '',
  url: '',
  sort: '',
  seq: 0,
  state: '',
  isCurrent: false,
  number: '',
  isInApp: true,
  name: '',
  nameHtml: '',
  match: null,
  initials: '',
  hue: 0,
  at: '',
  time: '',
  sender: '',
  preview: '',
  messages: { count: 0, words: '' },
  unread: '0',
  status: 'pending',
  statusLabel: '',
  pendingAction: null,
  showsStatus: true,
  priority: 'low',
  priorityLabel: '',
  assignee: { name: '', initials: '', hue: 0 },
  lowRating: 1,
  canPick,
  labels: [],
  isMine: false,
  waiting: null,
})

const messageTemplate: ThreadMessage = {
  seq: 0,
  kind: 'agent',
  isOwn: false,
  sender: '',
  clientId: null,
  isContinued: false,
  isSeen: false,
  isVerified: true,
  marks: null,
  isMatch: false,
  name: '',
  initials: '',
  hue: 0,
  html: '',
  files: [],
  at: '',
  time: '',
  full: '',
}
