/** What the script of the settings pages says. */
export const settingsScript = {
  copy: 'Copy',
  copied: 'Copied',
  press_to_copy: 'Press Ctrl+C',
  low_contrast: {
    white: 'Low contrast ({ratio}:1, minimum {least}:1). The chat will use white text instead.',
    black: 'Low contrast ({ratio}:1, minimum {least}:1). The chat will use black text instead.',
  },
  hours: {
    none: 'No business hours set. Visitors see “online” whenever an agent is online.',
    open: 'Open now ({timezone}).',
    never: 'No days selected, so you’ll always appear away.',
    closed: 'Closed. Opens {moment} ({timezone}).',
  },
  progress: '{done} of {all} done',
  done: '(done)',
  push: {
    unsupported: 'This browser can’t receive push notifications here.',
    denied:
      'This browser blocks notifications. Allow them in its settings for this site, then reload the page.',
    failed: 'Push couldn’t be turned on. Please try again.',
    on: 'Push is on in this browser.',
    off: 'You get notifications even when no tab of the CRM is open.',
  },
} as const
