/** Deliveries to webhooks. */
export interface WebhooksConfig {
  /**
   * Whether a user who holds `manage settings` may let a webhook call addresses in private networks, this machine
   * included. Hosts whose tenants do not trust each other set false.
   */
  allowPrivateAddresses: boolean
  /** Seconds that a receiver has to respond. */
  timeoutSeconds: number
  /** Seconds from each failed attempt to the next one; after the last of them there is none. */
  retryAfterSeconds: readonly number[]
  /** Days for which deliveries are kept, including their bodies. */
  keepDeliveriesDays: number
}
