import { DateTime } from 'luxon'

/** The time within which a visitor who is there reads a reply: then there is nothing to push. */
const READ_WITHIN = { seconds: 10 }

/** When a reply of this moment is pushed to its visitor, together with those that follow until then. */
export const pushTime = () => DateTime.utc().plus(READ_WITHIN)
