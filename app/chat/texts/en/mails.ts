/** Emails to visitors, and the pages that their links lead to. */
export const mails = {
  reply: {
    subject: '{agent} from {site} replied',
    sender: '{agent} ({site})',
    intro: {
      one: '{agent} from {site} replied to you:',
      other: '{agent} from {site} sent you {count} replies:',
    },
    open: 'Open the chat and reply',
    expires: 'The link opens your conversation on any device for 7 days.',
    why: 'You get this email because you left your address in the chat of {site}.',
    stop: 'Unsubscribe',
  },
  transcript: {
    about: 'Conversation {number}, started {moment} ({zone}).',
    cut: 'Earlier messages are left out.',
    why: 'You get this email because a copy of the conversation was requested in the chat of {site}.',
  },
  stop: {
    title: 'Unsubscribe',
    question: 'Stop emails from {site} to {email}?',
    button: 'Unsubscribe',
    done: '{email} gets no more emails from {site}.',
    unknown: 'This link isn’t known, or it’s too old.',
  },
  link: {
    title: 'Your chat with {site}',
    opening: 'Opening your conversation…',
    expired: 'This link has expired. Open the chat on our website to write to us again.',
    failed: 'We can’t open your conversation right now. Please reload the page.',
    ended: 'You can close this page now.',
    back: 'Back to the conversation',
  },
  preview: {
    title: 'Sent emails',
    text: 'No mail server is set up, so emails are kept here instead of being sent.',
    none: 'No emails yet',
    empty: 'Leave your address in the chat, close it, and let an agent reply.',
    subject: 'Subject',
    sent: 'Sent',
    to: 'To',
    from: 'From',
    text_part: 'Text part',
    headers: 'Headers',
    back: 'All emails',
  },
} as const
