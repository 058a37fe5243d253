declare const __CRM_CHAT_ORIGIN__: string

/** The origin of the frame. */
export const ORIGIN = __CRM_CHAT_ORIGIN__
