/** Chat > Inbox: messages that came by email. */
export const inboxMail = {
  by_email: 'By email',
  follow_up: 'Automatic follow-up',
  other_sender: 'Sent from {address}, not from the address that we wrote to',
  quoted: 'Show quoted text',
  original: 'Show original email',
  cut: 'Shortened: the rest is in the original.',
  files: {
    one: '{count} file attached: see the original.',
    other: '{count} files attached: see the original.',
  },
  refused: '{file} is only in the original. {reason}.',
  download: 'Download email',
  attached: 'Attached files',
  attached_hint: 'Download the email to open them. Only open files from people you know.',
  unnamed: 'Unnamed file',
} as const
