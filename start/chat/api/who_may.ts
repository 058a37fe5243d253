import type { ChatPermission } from '#chat/contracts/crm_host'

/** Registers routes of the API that take one permission; their names and paths go behind the API's own. */
export type WhoMay = (permission: ChatPermission, routes: () => void) => void
