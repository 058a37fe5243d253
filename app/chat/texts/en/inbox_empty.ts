/** Chat > Inbox: lists without conversations, and the page while none is open. */
export const inboxEmpty = {
  open: {
    title: 'All caught up',
    text: 'No one is waiting for a reply. New conversations appear here automatically.',
  },
  mine: {
    title: 'No conversations assigned to you',
    text: 'Pick one from Unassigned, or wait for the next one to be assigned to you.',
  },
  unassigned: {
    title: 'Nothing unassigned',
    text: 'Every open conversation has an assignee.',
  },
  pending: { title: 'No pending conversations', text: 'New conversations start here.' },
  active: {
    title: 'No active conversations',
    text: 'Conversations waiting for your team’s reply appear here.',
  },
  waiting: {
    title: 'No conversations awaiting a visitor',
    text: 'Conversations move here once you’ve replied and are waiting for the visitor.',
  },
  snoozed: {
    title: 'Nothing snoozed',
    text: 'Snoozed conversations come back at the time you set, or when the visitor writes.',
  },
  resolved: { title: 'Nothing resolved yet', text: 'Resolved conversations are kept here.' },
  closed: { title: 'Nothing closed yet', text: 'Closed conversations are kept here.' },
  archived: { title: 'The archive is empty', text: 'Archived conversations are kept here.' },
  all: { title: 'No conversations yet', text: 'New conversations will appear here.' },
  filtered: { title: 'No matches', text: 'No conversation matches all of these filters.' },
  not_shown: 'No website has shown the chat yet.',
  finish: 'Finish setting up',
  no_widget: 'No widget yet',
  add_chat: 'Add chat to your website: customise a widget, then paste one line of code.',
  set_up: 'Set up Live Chat',
  ask: 'Conversations will appear here once an administrator has added a widget to your website.',
  none_open: 'No conversation open',
  none_open_text: 'New conversations appear on the left.',
  choose: 'Choose a conversation',
  choose_text: 'Newest first. Use {next} and {previous} to move through the list.',
} as const
