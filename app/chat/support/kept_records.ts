import type { CrmHost, HostCapabilities } from '#chat/contracts/crm_host'

/** Which kinds of records a host keeps: pages offer what needs the others nowhere. */
export function keptRecords({ capabilities, createTicket }: CrmHost): Required<HostCapabilities> {
  return {
    people: capabilities?.people ?? true,
    leads: capabilities?.leads ?? true,
    tickets: capabilities?.tickets ?? Boolean(createTicket),
    timeline: capabilities?.timeline ?? true,
  }
}
