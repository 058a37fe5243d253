/** What conversations leave in the CRM: leads, tickets, and lines on the timelines of people and leads. */
export const crmRecords = {
  lead_title: 'Chat with {visitor}',
  lead_source: 'Chat',
  transcript: 'Chat {number}',
  transcript_cut: '(earlier messages left out)',
  mailed: 'Email about chat {number} sent',
  answered: 'Email in chat {number} received',
  started: 'Chat {number} started',
  ended: 'Chat {number} ended',
  deleted: 'Chat {number} deleted',
  first_contact: 'First contact: chat {number}',
  linked: 'Linked to chat {number}',
  converted: 'Chat {number} became a lead',
  ticket_created: 'Chat {number}: ticket {ticket} created',
} as const
