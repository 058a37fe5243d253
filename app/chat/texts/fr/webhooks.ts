import type { webhooks as english } from '../en/webhooks.js'
import type { Translation } from '../translation.js'

export const webhooks: Translation<typeof english> = {
  title: 'Webhooks du chat',
  lead: 'Prévenez vos propres systèmes en temps réel quand quelque chose se passe dans le chat.',
  new: 'Nouveau webhook',
  empty: {
    title: 'Aucun webhook',
    text: 'Envoyez des requêtes signées à votre boutique, entrepôt de données ou outil d’automatisation, pour chaque message et chaque changement.',
    add: 'Ajouter un webhook',
  },
  list: {
    webhook: 'Webhook',
    status: 'Statut',
    events: 'Événements',
    last: 'Dernier événement',
    ago: 'il y a {time}',
    none: 'Aucun',
  },
  form: {
    edit: 'Modifier le webhook',
    endpoint: 'Point de terminaison',
    url: {
      label: 'URL',
      hint: 'L’URL qui reçoit les requêtes POST, p. ex. https://example.com/hooks/chat.',
    },
    description: {
      label: 'Description',
      hint: 'Facultative, p. ex. « Entrepôt de données ». Seule votre équipe la voit.',
    },
    private: {
      label: 'Autoriser les adresses de réseaux privés',
      hint: 'Désactivé par défaut, pour que les webhooks ne servent pas à sonder votre réseau interne.',
      allowed:
        'Un administrateur a autorisé cette adresse de réseau privé. Une autre adresse demandera à nouveau son accord.',
    },
    sends: 'Ce que nous envoyons',
    events: 'Événements',
    notes: {
      label: 'Inclure les notes privées',
      hint: 'Les notes privées et l’historique interne sont réservés à votre équipe. N’activez cela que pour des systèmes autorisés à les voir.',
    },
    active: {
      label: 'Actif',
      hint: 'Désactivé, rien n’est envoyé. Les événements survenus entre-temps ne sont pas envoyés plus tard.',
    },
    create: 'Créer le webhook',
  },
  secret: {
    new_title: 'Votre nouveau secret',
    new_text: 'Conservez-le avec les secrets de votre serveur. Il n’est affiché qu’une fois.',
    label: 'Secret',
    ends: 'Votre secret se termine par {hint}. Nous ne l’affichons en entier qu’une fois, à sa création.',
  },
  test: 'Envoyer un événement de test',
  ping: 'Le webhook fonctionne.',
  edit: 'Modifier',
  danger: {
    title: 'Zone de danger',
    rotate: 'Nouveau secret',
    rotate_confirm: 'Créer un nouveau secret',
    rotate_consequence: {
      one: 'Pendant {count} heure, les requêtes sont signées avec les deux secrets pour vous laisser le temps de changer. Ensuite, seul le nouveau est utilisé.',
      many: 'Pendant {count} heures, les requêtes sont signées avec les deux secrets pour vous laisser le temps de changer. Ensuite, seul le nouveau est utilisé.',
      other:
        'Pendant {count} heures, les requêtes sont signées avec les deux secrets pour vous laisser le temps de changer. Ensuite, seul le nouveau est utilisé.',
    },
    delete: 'Supprimer le webhook',
    delete_consequence: 'Les envois en attente sont annulés et le journal est supprimé.',
  },
  refresh: 'Actualiser',
  resend: 'Renvoyer',
  log: {
    title: 'Journal des envois',
    kept: {
      one: 'Plus récents d’abord. Conservés {count} jour.',
      many: 'Plus récents d’abord. Conservés {count} jours.',
      other: 'Plus récents d’abord. Conservés {count} jours.',
    },
    event: 'Événement',
    result: 'Résultat',
    response: 'Réponse',
    none_active: 'Aucun envoi. Envoyez un événement de test.',
    none: 'Aucun envoi.',
  },
  delivery: {
    id: 'ID',
    happened: 'Survenu',
    attempts: 'Essais',
    last: 'Dernier essai',
    next: 'Prochain essai',
    sent: 'Requête',
    body: 'Corps de la requête',
    response: 'Réponse (premiers octets)',
  },
  verify: {
    title: 'Pour les développeurs',
    request: 'Chaque événement est une requête POST en JSON : {fields}. {reference}',
    reference: 'Voir les champs.',
    subscribed: 'Ce webhook reçoit',
    with_notes: 'notes privées comprises.',
    without_notes: 'sans les notes privées.',
    respond:
      'Répondez 2xx en moins de {seconds} s et traitez l’événement ensuite. Tout le reste est retenté à intervalles croissants pendant {hours} h au plus.',
    order:
      'Les événements peuvent arriver plusieurs fois, avec le même {id}, et dans le désordre après un échec. Utilisez {seq} pour ordonner les messages.',
    redirects: 'Les redirections ne sont pas suivies. Répondre 410 désactive le webhook.',
    signature: 'Vérifiez {header} pour être sûr que les événements viennent de ce chat :',
    snippet: 'Comment vérifier une signature en Node.js',
  },
  flash: {
    created: 'Webhook créé. Copiez son secret maintenant. Vous ne le reverrez plus.',
    deleted: 'Webhook et journal supprimés.',
    rotated: 'Nouveau secret créé. Copiez-le maintenant. Vous ne le reverrez plus.',
    tested: 'Événement de test envoyé. Consultez le journal pour le résultat.',
    resending: 'Renvoi…',
  },
}
