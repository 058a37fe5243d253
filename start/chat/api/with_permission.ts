import type { ChatPermission } from '#chat/contracts/permissions'
import type { ACCEPTED_BODIES } from '#chat/support/request_body'

/** Registers routes of the API that require one permission; names and paths are relative to the API's own. */
export type WithPermission = (
  permission: ChatPermission,
  routes: () => void,
  body?: keyof typeof ACCEPTED_BODIES
) => void
