/** The chat's own page around its pages, for hosts that do not give it theirs. */
export const shell = {
  skip: 'Skip to content',
  settings: 'Chat settings',
  home: 'Back to the CRM',
  switch: {
    on: 'Live Chat is on',
    off: 'Live Chat is off',
    turn_on: 'Turn on',
    turn_off: 'Turn off',
  },
} as const
