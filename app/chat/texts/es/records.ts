import type { records as english } from '../en/records.js'
import type { Translation } from '../translation.js'

export const records: Translation<typeof english> = {
  title: 'Datos del chat sobre {name}',
  name: 'Nombre',
  email: 'Correo',
  phone: 'Teléfono',
  noticed: '{value} (en sus mensajes)',
  verified_id: 'ID en el sitio',
  ip: 'Dirección IP',
  browser: 'Navegador',
  country: 'País',
  referrer: 'Viene de',
  first_seen: 'Primera visita',
  last_seen: 'Última visita',
  consent: 'Consentimiento',
  consent_given: 'Versión {version}, {moment}',
  rating: 'Valorado con {rating}/5',
  internal: 'No visible para el visitante',
  pages: 'Páginas',
}
