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
} as const
