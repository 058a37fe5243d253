/** The button of the chat on a website, as screen readers say it. */
export const launcher = {
  label: 'Chat',
  consent: {
    agree: 'Agree and start chat',
    decline: 'Not now',
    link: 'Privacy policy',
  },
} as const
