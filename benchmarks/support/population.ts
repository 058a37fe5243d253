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

/** What a list can be filtered to, by the ids that an address takes. */
export interface FilterIds {
  widget: string
  label: string
  agent: string
}

/** What is in the database afterwards. */
export interface Populated {
  key: string
  /** What most of the history is of, and what one conversation in five hundred is of. */
  usual: FilterIds
  rare: FilterIds
  visitors: KnownVisitor[]
  agents: { email: string; password: string }[]
  /** A conversation from the middle of the history, if there is one. */
  historical: string | null
}
