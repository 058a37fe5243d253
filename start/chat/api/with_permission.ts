import type { ChatPermission } from '#chat/contracts/permissions'

/** Registers routes of the API that require one permission; names and paths are relative to the API's own. */
export type WithPermission = (permission: ChatPermission, routes: () => void) => void
