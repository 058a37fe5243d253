/** Settings > Chat labels. */
export const labels = {
  title: 'Chat labels',
  edit: 'Edit label',
  lead: 'Tags your team uses to organise conversations. Visitors never see them.',
  name: 'Name',
  colour: 'Colour',
  save: 'Save label',
  add: 'Add label',
  delete: 'Delete label',
  delete_consequence: 'It will be permanently removed from every conversation.',
  label: 'Label',
  conversations: 'Conversations',
  conversations_with: 'with {name}',
  empty: {
    title: 'No labels yet',
    text: 'Add one above, e.g. “Billing” or “Bug”, then use labels to tag and filter conversations.',
  },
  flash: {
    deleted: 'Label {name} deleted.',
    saved: 'Label {name} saved.',
  },
} as const
