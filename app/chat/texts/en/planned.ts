/** Chat > Inbox: replies that are sent later. */
export const planned = {
  title: 'Send later',
  at: 'At a time ({zone})',
  plan: 'Schedule',
  done: 'Scheduled for {time}',
  list: 'Scheduled replies',
  yours: 'You reply {time}',
  by: '{name} replies {time}',
  ended: 'Not sent, because the conversation had ended. Reopen it and choose another time.',
  follow_up: {
    due: 'Follow-up goes out {time}',
    resolve: 'Resolved automatically {time}',
    cancel: 'Cancel follow-up',
    keep: 'Keep open',
  },
  edit: 'Edit',
  message: 'Scheduled message',
  time: 'Time ({zone})',
  save: 'Save',
  cancel: 'Cancel sending',
} as const
