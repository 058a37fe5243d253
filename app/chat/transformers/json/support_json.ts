import type { VisitorConversationJson, VisitorMessageJson } from './visitor_json.js'

/** A user's conversation, for a front end of the host's own. */
export interface SupportChatJson {
  /** The conversation's UUID, also before its first message. */
  id: string
  /** Null until the first message. */
  conversation: VisitorConversationJson | null
  /** The newest, oldest first. */
  messages: VisitorMessageJson[]
  has_more: boolean
  unread: number
}

/** What a page with the support chat says to its script: nothing that lets anyone in. */
export interface SupportPageJson {
  /** The support widget's public key. */
  key: string
  /** The loader's address. */
  loader: string
  /** Where the page's user is signed in. */
  session: string
  /** Tells users apart who share a browser. */
  user: string
  /** Whether the user has a conversation. */
  known: boolean
}

/** How a page's script signs the user of the page in. */
export interface SupportSessionJson {
  /** The support widget's public key. */
  key: string
  /** Base of the visitor API that the token is for. */
  api: string
  /** For `X-Visitor-Token`; left out where the session that was named has been extended. */
  visitor_token?: string
  /** Ends the token, and names its session when it is extended. */
  end_key: string
  /** Identifies the visitor; grants no access. */
  visitor_id: string
  /** Seconds until the session has to be extended. */
  expires_in: number
}
