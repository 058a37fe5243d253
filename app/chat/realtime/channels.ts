/** Events that a tenant's agents see. */
export const agentsChannel = (tenantId: string) => `chat/agents/${tenantId}`

/** Events for one agent of a tenant, on all devices. */
export const agentChannel = (tenantId: string, userId: string) => `chat/agent/${tenantId}/${userId}`

/** One CRM user, on all devices and in all tenants: ends their streams. */
export const userChannel = (userId: string) => `chat/user/${userId}`

/** One visitor's own view, in all tabs. */
export const visitorChannel = (visitorId: number) => `chat/visitor/${visitorId}`

/** All visitors of one widget. */
export const widgetChannel = (widgetId: number) => `chat/widget/${widgetId}`

/** All visitors of a tenant. */
export const visitorsChannel = (tenantId: string) => `chat/visitors/${tenantId}`

/** The key of the availability that a widget's visitors see; without a widget, a prefix for all of a tenant's. */
export const availabilityKey = (tenantId: string, widgetId: number | '' = '') =>
  `availability/${tenantId}/${widgetId}`
