/**
 * Whether a conversation with a pending action stays in lists of this filter, for server and browser alike: it leaves
 * every list and count except that of all conversations.
 */
export const staysListed = (filter: string | null, pendingAction: string | null) =>
  !pendingAction || filter === 'all'
