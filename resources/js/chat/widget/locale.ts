import { withOwnHours } from '../shared/hour_cycle.js'

/** What every `Intl` format of the chat is made with: the server has put the language in the visitor's variety. */
export const locale = withOwnHours(globalThis.document?.documentElement.lang || 'en')
