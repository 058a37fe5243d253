/** How many requests a limit lets through in which time. */
export interface RateLimit {
  /** How many requests are allowed per `everySeconds`. */
  requests: number
  everySeconds: number
}

/** How much visitors, addresses, widgets and users may ask for. */
export interface LimitsConfig {
  /** One visitor's messages. */
  messagesPerVisitor: RateLimit
  /** Every other request of one visitor. */
  requestsPerVisitor: RateLimit
  /** New visitors from one address: an office of a hundred must fit in. */
  sessionsPerIp: RateLimit
  /** Visitors' tokens that one address revokes. */
  endingsPerIp: RateLimit
  /** Links to conversations that one address opens. */
  linksPerIp: RateLimit
  /** Proactive messages that browsers report as shown or dismissed; excess ones are not counted. */
  proactivePerIp: RateLimit
  /** All requests from one address. */
  requestsPerIp: RateLimit
  /** Messages from one address, of all its visitors. */
  messagesPerIp: RateLimit
  /** Files that one visitor uploads. */
  filesPerVisitor: RateLimit
  /** Files that visitors at one address upload. */
  filesPerIp: RateLimit
  /** One visitor's page views; excess ones are not stored. */
  pageViewsPerVisitor: RateLimit
  /** Page views from one address; excess ones are not stored. */
  pageViewsPerIp: RateLimit
  /** Transcripts that one visitor has mailed to themselves. */
  transcriptsPerVisitor: RateLimit
  /** Transcripts that visitors at one network address have mailed. */
  transcriptsPerIp: RateLimit
  /** Transcripts that are mailed to one email address, by agents as well. */
  transcriptsPerAddress: RateLimit
  /** New visitors of one widget, from all addresses. */
  sessionsPerWidget: RateLimit
  /** Messages to one widget, from all addresses. */
  messagesPerWidget: RateLimit
  /** One user's requests to the REST API. */
  apiPerUser: RateLimit
}
