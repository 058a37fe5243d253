/** The list and threads of the inbox, as the server renders them and the inbox's script draws them from a frame. */
export const drawn = {
  status: {
    pending: 'Pending',
    active: 'Active',
    waiting: 'Awaiting visitor',
    resolved: 'Resolved',
    closed: 'Closed',
    archived: 'Archived',
    snoozed: 'Snoozed',
  },
  priority: { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' },
  messages: { one: '{count} message', other: '{count} messages' },
  in_app: 'In the app',
  in_app_title: 'Written by a signed-in user in your own pages',
  no_messages: 'No messages yet',
  you: 'You',
  sender: { you: 'You: ', bot: 'Bot: ', name: '{name}: ' },
  rated: 'Rated {rating} of 5',
  assigned_to_you: 'assigned to you',
  assigned_to: 'assigned to {name}',
  wait: {
    moment: '<1 min',
    minutes: '{minutes} min',
    hours: '{hours} h',
    days: '{days} d',
  },
} as const
