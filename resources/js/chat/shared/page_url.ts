declare global {
  /** Where the module's pages are on this host; a file of texts brings it along. */
  var chatBase: string
}

/** The address of what lies at this path below the inbox. */
export const pageUrl = (path: string) => chatBase + path

/** The conversation that an address of the inbox names; empty where it names none. */
export function conversationAt(href: string) {
  const [id] = new URL(href).pathname.slice(chatBase.length + 1).split('/')
  return id
}
