/** How many messages a conversation has, in words. */
export const messagesInWords = (count: number) => (count === 1 ? '1 message' : `${count} messages`)
