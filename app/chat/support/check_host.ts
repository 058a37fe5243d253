import type { CrmHost } from '#chat/contracts/crm_host'
import { HostMethodMissing } from '#chat/exceptions/setup_errors'

/** The methods that every host has. */
const METHODS = [
  'registerModule',
  'isModuleEnabled',
  'onModuleToggled',
  'tenantOf',
  'timeZone',
  'currentUser',
  'stillLoggedIn',
  'requireLogin',
  'can',
  'assignableUsers',
  'findUser',
  'findPerson',
  'findPersonByEmail',
  'createPerson',
  'completePerson',
  'findLead',
  'createLead',
  'recordTimeline',
  'addTimelineToLead',
] as const satisfies (keyof CrmHost)[]

/** The methods of hosts with tickets, which need both. */
const OF_TICKETS = ['findTicket', 'createTicket'] as const satisfies (keyof CrmHost)[]

/**
 * The host, when it is complete.
 *
 * @throws HostMethodMissing
 */
export function checkedHost(host: CrmHost): CrmHost {
  const isMissing = (method: keyof CrmHost) => typeof host?.[method] !== 'function'
  const hasTickets = host?.capabilities?.tickets || !OF_TICKETS.every(isMissing)
  const missing = [...METHODS, ...(hasTickets ? OF_TICKETS : [])].find(isMissing)
  if (missing) throw new HostMethodMissing(missing)
  return host
}
