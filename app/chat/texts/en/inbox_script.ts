/** What the inbox's script says: toasts, the connection, who else is there, its menus and the composer. */
export const inboxScript = {
  page: 'Chat',
  reload: 'Reload',
  undo: 'Undo',
  dismiss: 'Dismiss',
  failed: 'Something went wrong',
  connection: {
    connecting: 'Connecting…',
    live: 'Live',
    polling: 'Live updates unavailable. Checking every few seconds',
    offline: 'Offline',
    ended: 'Disconnected',
  },
  gone: {
    deleted: 'This conversation was deleted',
    left: 'You no longer have access to this conversation',
  },
  ended: {
    logged_out: 'You’ve been logged out',
    forbidden: 'You can no longer use this chat',
    off: 'Live Chat is turned off',
  },
  presence: {
    typing: '{name} is typing…',
    here: '{name} is also viewing this',
    replying: { one: '{names} is replying right now', other: '{names} are replying right now' },
  },
  thread: {
    newest: 'Newest messages',
    new: 'New messages',
    announced: { one: '', other: '{count} new messages. ' },
    announced_by: '{name}: {text}',
  },
  selection: {
    most: 'You can select up to {count} conversations at a time',
    count: '{count} selected',
  },
  search: {
    none: 'No matches',
    results: { one: '{count} result', other: '{count} results' },
    conversations: 'Conversations',
  },
  files: {
    most: 'You can send up to {max} files at a time.',
    large: '{name} is larger than {max} MB.',
    lost: 'Upload interrupted',
    uploading: 'Uploading… {percent}',
    remove: 'Remove {name}',
    retry: 'Upload {name} again',
    wait: 'The files are still uploading. Please wait, or remove them.',
    later: 'Files can’t be scheduled. Send them now, or remove them.',
  },
  composer: {
    left: { one: '{count} left', other: '{count} left' },
    send: 'Send',
    send_anyway: 'Send anyway',
    stale:
      'Not sent: new messages arrived before your reply went out. Press Enter to send it anyway.',
    stale_from: 'Not sent: {name} wrote before your reply went out. Press Enter to send it anyway.',
    reply: 'Write a reply…',
    note: 'Write a note for your team…',
    not_kept: 'Your message wasn’t sent. Copy it, reload the page and try again.',
    sending: 'Sending…',
    not_sent: 'Not sent: {problem}',
    at_risk: '{state}. Don’t close this page.',
    canned: { one: '{count} canned response', other: '{count} canned responses' },
  },
} as const
