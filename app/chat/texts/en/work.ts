/** Settings > Background work. */
export const work = {
  title: 'Background work',
  lead: 'What runs later or takes long: emails, erasures, deletions by age. It survives a restart.',
  running: {
    title: 'In progress',
    progress: '{done} of {total}',
    cancel: 'Cancel',
    cancel_hint:
      'What is deleted so far stays deleted. Canceling the deletion of old conversations turns it off for that widget.',
    none: 'No long task is running.',
  },
  failed: {
    title: 'Failed',
    text: 'We tried each of these six times and gave up. Fix the cause, then retry.',
    task: 'Task',
    reason: 'Reason',
    since: 'Since',
    unknown: 'No reason given',
    retry: 'Retry',
    discard: 'Discard',
    none: 'Nothing has failed.',
  },
  waiting: {
    title: 'Scheduled',
    count: 'Scheduled',
    next: 'Next',
    late: 'Late since {time}',
    none: 'Nothing is scheduled.',
  },
  kinds: {
    'auto-close': 'Close resolved conversations',
    'snooze-end': 'End snoozes',
    'undoable-action': 'Resolve, close and archive after undo',
    'reply-mail': 'Email unread replies',
    'erase-visitor': 'Erase visitors',
    'planned-reply': 'Send scheduled replies',
    'retention': 'Delete old conversations',
    'unknown': 'Other tasks',
  },
  flash: { retried: 'Retrying', cancelled: 'Cancelled' },
} as const
