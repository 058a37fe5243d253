/** Everything that the agents of a tenant see happening. */
export const agentsChannel = (tenantId: string) => `chat/agents/${tenantId}`

/** What concerns one agent of a tenant alone, on whatever devices. */
export const agentChannel = (tenantId: string, userId: string) => `chat/agent/${tenantId}/${userId}`

/** One CRM user, on whatever devices and in whatever tenants: ends their streams. */
export const userChannel = (userId: string) => `chat/user/${userId}`

/** One visitor's own view, in whatever tabs. */
export const visitorChannel = (visitorId: number) => `chat/visitor/${visitorId}`

/** All visitors of one widget. */
export const widgetChannel = (widgetId: number) => `chat/widget/${widgetId}`

/** All visitors of a tenant. */
export const visitorsChannel = (tenantId: string) => `chat/visitors/${tenantId}`

/** What the visitors of a widget are told of whether the team is there; without a widget, of all of a tenant's. */
export const availabilityKey = (tenantId: string, widgetId: number | '' = '') =>
  `availability/${tenantId}/${widgetId}`
