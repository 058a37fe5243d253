/** The chat of signed-in users in the host's own pages. */
export const supportChat = {
  widget_name: 'Support for signed-in users',
  pages: 'Your own pages',
  install:
    'Put this tag into the layout of your own pages. Signed-in users get the chat there, with their name and email.',
} as const
