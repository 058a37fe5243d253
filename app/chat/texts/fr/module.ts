import type { module as english } from '../en/module.js'
import type { Translation } from '../translation.js'

export const module: Translation<typeof english> = {
  name: 'Live Chat',
  category: 'Canaux',
  description:
    'Un widget de chat pour vos sites et une boîte de réception partagée pour votre équipe. Les visiteurs deviennent des personnes, les conversations des leads.',
  chat: 'Chat',
  anonymous: 'Visiteur {id}',
  disabling: {
    conversations: {
      one: '{count} conversation ouverte s’arrête. Aucun des deux côtés ne peut écrire.',
      many: '{count} conversations ouvertes s’arrêtent. Aucun des deux côtés ne peut écrire.',
      other: '{count} conversations ouvertes s’arrêtent. Aucun des deux côtés ne peut écrire.',
    },
    widgets: {
      one: '{count} widget disparaît de son site.',
      many: '{count} widgets disparaissent de leurs sites.',
      other: '{count} widgets disparaissent de leurs sites.',
    },
    agents: 'Les agents sont déconnectés de la boîte de réception.',
  },
  record: {
    title: 'Conversations',
    team: 'Équipe :',
    more: 'Les conversations plus anciennes sont dans la boîte de réception.',
  },
  back: 'Retour à la boîte de réception',
}
