import type { records as english } from '../en/records.js'
import type { Translation } from '../translation.js'

export const records: Translation<typeof english> = {
  title: 'Chat-Daten über {name}',
  name: 'Name',
  email: 'E-Mail',
  phone: 'Telefon',
  noticed: '{value} (in den Nachrichten)',
  verified_id: 'ID auf der Website',
  ip: 'IP-Adresse',
  browser: 'Browser',
  country: 'Land',
  referrer: 'Gekommen von',
  first_seen: 'Erster Besuch',
  last_seen: 'Letzter Besuch',
  consent: 'Einwilligung',
  consent_given: 'Version {version}, {moment}',
  rating: 'Mit {rating}/5 bewertet',
  internal: 'Für den Besucher nicht sichtbar',
  pages: 'Seiten',
}
