/** Everything that the agents of a tenant see happening. */
export const agentsChannel = (tenantId: string) => `chat/agents/${tenantId}`

/** One CRM user, on whatever devices. */
export const userChannel = (userId: string) => `chat/user/${userId}`

/** One visitor's own view, in whatever tabs. */
export const visitorChannel = (visitorId: number) => `chat/visitor/${visitorId}`

/** All visitors of one widget. */
export const widgetChannel = (widgetId: number) => `chat/widget/${widgetId}`

/** All visitors of a tenant. */
export const visitorsChannel = (tenantId: string) => `chat/visitors/${tenantId}`
