import vine from '#chat/validators/vine'
import type { PersonDecision } from '#chat/services/crm/visitor_people'

/** The prefix of the id of the person that a form links the visitor to. */
export const LINK_TO = 'link:'

const MAX_ID_LENGTH = 64

/** The agent's decision about who the visitor is: `new`, or `link:` and the id of a person; left out where it is open. */
export const personDecision = () =>
  vine
    .string()
    .maxLength(LINK_TO.length + MAX_ID_LENGTH)
    .regex(/^(new|link:.+)$/)
    .nullable()
    .optional()

/** The decision that a form has sent. */
export function toPersonDecision(sent: string | null | undefined): PersonDecision {
  if (!sent) return null
  return sent === 'new' ? 'new' : { linkTo: sent.slice(LINK_TO.length) }
}
