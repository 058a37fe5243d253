import type { crmRecords as english } from '../en/crm_records.js'
import type { Translation } from '../translation.js'

export const crmRecords: Translation<typeof english> = {
  lead_title: 'Chat avec {visitor}',
  lead_source: 'Chat',
  transcript: 'Chat {number}',
  transcript_cut: '(messages précédents omis)',
  mailed: 'E-mail à propos du chat {number} envoyé',
  answered: 'E-mail reçu dans le chat {number}',
  started: 'Chat {number} commencé',
  ended: 'Chat {number} terminé',
  deleted: 'Chat {number} supprimé',
  first_contact: 'Premier contact : chat {number}',
  linked: 'Associé au chat {number}',
  converted: 'Le chat {number} est devenu un lead',
  ticket_created: 'Chat {number} : ticket {ticket} créé',
}
