/** What the page behind a link in an email carries for its script. */
export interface LinkPageJson {
  /** The link's token; empty for one that cannot be valid. */
  token: string
  /** The address of the chat's frame. */
  frame: string
  /** The address at which the link is exchanged for a visitor token. */
  exchange: string
  texts: Record<'opening' | 'expired' | 'failed' | 'ended' | 'back', string>
}

/** The response to the exchange of a link. */
export interface LinkExchangeJson {
  visitor_token: string
}
