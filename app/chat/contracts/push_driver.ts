/** A notification to one user, as a host's own app shows it. */
export interface HostPush {
  tenantId: string
  userId: string
  /** The same for every push about one cause: a newer one replaces an older one. */
  topic: string
  kind: 'message' | 'assigned' | 'woken'
  title: string
  body: string
  /** The conversation's external id. */
  conversationId: string
  /** Where it opens in the CRM, with origin. */
  url: string
  /** Whether it should ring: a chat was assigned to the user. */
  isUrgent: boolean
}

/** Brings notifications to a host's own apps, by FCM, APNs or what the host has. */
export interface PushDriver {
  /** Resolves when the push has been taken; an error leads to a retry. */
  send(push: HostPush): Promise<void>
}
