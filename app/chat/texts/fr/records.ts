import type { records as english } from '../en/records.js'
import type { Translation } from '../translation.js'

export const records: Translation<typeof english> = {
  title: 'Données de chat de {name}',
  name: 'Nom',
  email: 'E-mail',
  phone: 'Téléphone',
  noticed: '{value} (dans ses messages)',
  verified_id: 'ID sur le site',
  ip: 'Adresse IP',
  browser: 'Navigateur',
  country: 'Pays',
  referrer: 'Venu de',
  first_seen: 'Première visite',
  last_seen: 'Dernière visite',
  consent: 'Consentement',
  consent_given: 'Version {version}, {moment}',
  rating: 'Noté {rating}/5',
  internal: 'Non visible par le visiteur',
  pages: 'Pages',
}
