/** The button of the chat on a website, as screen readers say it. */
export const launcher = {
  label: 'Chat',
  consent: {
    agree: 'Agree and start chat',
    decline: 'Not now',
    link: 'Privacy policy',
  },
  push: {
    ask: 'Want a notification here when we reply?',
    accept: 'Notify me',
    on: 'We’ll notify you here when we reply.',
    turn_off: 'Turn off',
    failed: 'We couldn’t turn on notifications in this browser.',
  },
} as const
