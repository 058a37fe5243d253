import type { deliveries as english } from '../en/deliveries.js'
import type { Translation } from '../translation.js'

export const deliveries: Translation<typeof english> = {
  webhook: {
    stopped: 'Désactivé',
    paused: 'En pause',
    failing: 'En échec depuis {time}',
    healthy: 'Opérationnel',
    unused: 'Aucun envoi',
  },
  advice: {
    gone: 'Désactivé parce que le serveur a répondu 410 Gone. Corrigez le point de terminaison, puis modifiez le webhook et réactivez-le.',
    paused:
      'En pause. Les nouveaux événements ne sont pas envoyés, ni maintenant ni plus tard. Les envois déjà en attente partent quand vous réactivez le webhook.',
    failing:
      'Consultez le journal ci-dessous. Les envois échoués sont retentés à intervalles croissants ; vous pouvez aussi les renvoyer vous-même.',
  },
  delivery: {
    delivered: 'Livré',
    failed: 'Échec',
    sending: 'Envoi',
    waiting: 'En attente',
    retrying: 'Échec. Prochain essai : {time}',
  },
  attempts: {
    one: '{count} essai',
    many: '{count} essais',
    other: '{count} essais',
  },
  no_response: 'Pas de réponse après {time}',
  response: '{status} en {time}',
  reasons: {
    timeout: 'Délai dépassé.',
    dns: 'Hôte introuvable. Vérifiez l’URL.',
    refused: 'Connexion refusée. Rien n’écoute à cette adresse.',
    unreachable: 'Hôte injoignable.',
    tls: 'Certificat TLS non valide pour cet hôte. Rien n’a été envoyé.',
    forbidden_address: 'Bloqué : cette URL mène à un réseau privé. Rien n’a été envoyé.',
    broken: 'La connexion s’est fermée avant la réponse du serveur.',
    status: 'Le serveur a répondu par une erreur. Seul 2xx compte comme livré.',
    redirect:
      'Le serveur a redirigé la requête. Les redirections ne sont pas suivies ; utilisez l’URL finale.',
    gone: 'Le serveur a répondu 410 Gone, nous avons donc désactivé le webhook.',
    secret: 'Le secret ne peut pas être déchiffré parce que APP_KEY a changé. Créez-en un nouveau.',
  },
  events: {
    message_sent: {
      label: 'Message envoyé',
      hint: 'Par un visiteur, un agent ou le système. Contient le texte.',
    },
    conversation_updated: {
      label: 'Conversation modifiée',
      hint: 'Créée, attribuée, résolue, fermée, rouverte ou archivée.',
    },
    conversation_deleted: {
      label: 'Conversation supprimée',
      hint: 'Définitivement, avec tous ses messages.',
    },
    test: 'Test',
  },
}
