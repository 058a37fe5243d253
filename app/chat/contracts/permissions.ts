/**
 * The permissions of the chat; a host maps them to its own roles (A3). A user with `view chat` but without `see all
 * chats` sees the conversations of their widgets and departments, and those assigned to them. `manage settings` is
 * for administrators of the whole installation, who decide about access to its network.
 */
export const CHAT_PERMISSIONS = [
  'view chat',
  'see all chats',
  'reply chat',
  'delete chat',
  'manage chat',
  'manage settings',
] as const
/** A permission that the host grants or denies its users. */
export type ChatPermission = (typeof CHAT_PERMISSIONS)[number]
