/** What the forms and tables of settings and team share. */
export const forms = {
  not_saved: 'Not saved. Please fix the highlighted fields.',
  cancel: 'Cancel',
  save_changes: 'Save changes',
  copy: 'Copy',
  actions: 'Actions',
  delete: 'Delete',
  saved: 'Your changes have been saved.',
  log: {
    pages: 'Pages of the log',
    newest: 'Newest',
    older: 'Older',
    end: 'End of log',
  },
} as const
