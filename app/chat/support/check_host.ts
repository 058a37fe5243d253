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

/**
 * The host, when it is complete.
 *
 * @throws HostMethodMissing
 */
export function checkedHost(host: CrmHost): CrmHost {
  const missing = METHODS.find((method) => typeof host?.[method] !== 'function')
  if (missing) throw new HostMethodMissing(missing)
  return host
}
