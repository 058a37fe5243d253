import type { crmRecords as english } from '../en/crm_records.js'
import type { Translation } from '../translation.js'

export const crmRecords: Translation<typeof english> = {
  lead_title: 'Chat con {visitor}',
  lead_source: 'Chat',
  transcript: 'Chat {number}',
  transcript_cut: '(mensajes anteriores omitidos)',
  mailed: 'Correo sobre el chat {number} enviado',
  answered: 'Correo recibido en el chat {number}',
  started: 'Chat {number} iniciado',
  ended: 'Chat {number} terminado',
  deleted: 'Chat {number} eliminado',
  first_contact: 'Primer contacto: chat {number}',
  linked: 'Vinculado al chat {number}',
  converted: 'El chat {number} se convirtió en un lead',
  ticket_created: 'Chat {number}: ticket {ticket} creado',
}
