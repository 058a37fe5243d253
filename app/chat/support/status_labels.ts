/** How people read each state. "Waiting" alone is a visitor who waits for us. */
export const STATUS_LABELS = {
  pending: 'Pending',
  active: 'Active',
  waiting: 'Awaiting visitor',
  resolved: 'Resolved',
  closed: 'Closed',
  archived: 'Archived',
  snoozed: 'Snoozed',
}

/** The same for what a frame says. */
export const labelOf = (status: string) => STATUS_LABELS[status as keyof typeof STATUS_LABELS]
