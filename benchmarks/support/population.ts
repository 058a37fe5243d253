/** Who is to be in a benchmark's database. */
export interface Population {
  /** Visitors with an open conversation and a token that is handed out. */
  visitors: number
  /** CRM users who answer chats. */
  agents: number
  /** Further conversations, of ten messages each. */
  conversations: number
}

/** A visitor whose token the load generator holds. */
export interface KnownVisitor {
  id: number
  token: string
  conversationId: number
  conversation: string
}

/** What is in the database afterwards. */
export interface Populated {
  key: string
  /** The widget's id. */
  widget: string
  visitors: KnownVisitor[]
  agents: { email: string; password: string }[]
  /** A conversation from the middle of the history, if there is one. */
  historical: string | null
}
