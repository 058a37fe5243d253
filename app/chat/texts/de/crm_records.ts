import type { crmRecords as english } from '../en/crm_records.js'
import type { Translation } from '../translation.js'

export const crmRecords: Translation<typeof english> = {
  lead_title: 'Chat mit {visitor}',
  lead_source: 'Chat',
  transcript: 'Chat {number}',
  transcript_cut: '(frühere Nachrichten ausgelassen)',
  mailed: 'E-Mail zu Chat {number} gesendet',
  answered: 'E-Mail in Chat {number} erhalten',
  started: 'Chat {number} begonnen',
  ended: 'Chat {number} beendet',
  deleted: 'Chat {number} gelöscht',
  first_contact: 'Erster Kontakt: Chat {number}',
  linked: 'Mit Chat {number} verknüpft',
  converted: 'Chat {number} wurde zum Lead',
  ticket_created: 'Chat {number}: Ticket {ticket} angelegt',
}
