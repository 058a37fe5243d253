import type { exports as english } from '../en/exports.js'
import type { Translation } from '../translation.js'

export const exports: Translation<typeof english> = {
  number: 'Numéro',
  status: 'Statut',
  priority: 'Priorité',
  widget: 'Widget',
  visitor: 'Visiteur',
  email: 'E-mail',
  phone: 'Téléphone',
  agent: 'Agent',
  department: 'Service',
  labels: 'Libellés',
  subject: 'Objet',
  source: 'URL d’origine',
  started: 'Commencée',
  first_response: 'Première réponse',
  response_time: 'Première réponse (s)',
  resolved: 'Résolue',
  resolution_time: 'Résolution (s)',
  closed: 'Fermée',
  archived: 'Archivée',
  waiting: 'Visiteur en attente depuis',
  last_message: 'Dernier message',
  messages: 'Messages',
  rating: 'Note',
  feedback: 'Commentaire',
}
