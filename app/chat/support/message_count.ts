import { drawnText } from '../texts/drawn.js'

/** How many messages a conversation has, in words. */
export const messagesInWords = (count: number) => drawnText('drawn.messages', { count })
