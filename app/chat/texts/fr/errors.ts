import type { errors as english } from '../en/errors.js'
import type { Translation } from '../translation.js'

export const errors: Translation<typeof english> = {
  widget_not_found: 'Le chat n’est pas disponible',
  origin_not_allowed: 'Ce chat n’est pas activé pour ce site',
  consent_required:
    'Le visiteur doit d’abord accepter le texte de consentement actuel. Envoyez sa version dans « consent ».',
  visitor_unknown: 'Le jeton du visiteur est absent, inconnu ou expiré',
  identity_refused: {
    malformed: 'Le jeton d’identité n’est pas un JSON Web Token signé',
    algorithm: 'Le jeton d’identité doit être signé avec HS256, RS256 ou ES256',
    no_key: 'Ce widget n’a pas de clé pour les jetons d’identité signés avec cet algorithme',
    key_unknown: 'Le jeu de clés n’a pas de clé avec le « kid » de ce jeton d’identité',
    signature: 'La signature du jeton d’identité est fausse',
    audience: 'Le « aud » du jeton d’identité doit être la clé de ce widget',
    no_expiry: 'Le jeton d’identité doit indiquer une expiration dans « exp »',
    expired: 'Le jeton d’identité a expiré',
    too_long: 'Le jeton d’identité peut être valable 24 heures au plus',
    not_yet: 'Le jeton d’identité n’est pas encore valable',
    no_id: 'Le jeton d’identité doit contenir l’ID du visiteur dans « sub »',
  },
  identity_keys_unreachable: 'Le jeu de clés des jetons d’identité est injoignable',
  identity_key_not_found: 'Clé introuvable',
  public_key_invalid:
    'Collez une clé publique au format PEM : RSA d’au moins 2048 bits, ou EC avec la courbe P-256',
  public_key_is_private:
    'C’est une clé privée. Gardez-la sur votre serveur et collez la clé publique.',
  key_set_address: 'Saisissez l’adresse https publique de votre jeu de clés',
  mails_not_kept: 'Il n’y a pas d’e-mail ici',
  link_expired: 'Ce lien a expiré',
  no_such_work: 'Cette tâche est déjà terminée',
  proactive_rule_not_found: 'Message proactif introuvable',
  too_many_proactive_rules: {
    other: 'Un widget peut avoir jusqu’à {count} messages proactifs',
  },
  conversation_not_found: 'Conversation introuvable',
  conversation_ended: 'Cette conversation est terminée',
  message_empty: 'Le message dans "{field}" est vide',
  message_too_long: 'Le message dans "{field}" dépasse {max} caractères',
  assignee_changed: 'Cette conversation est maintenant attribuée à {name}',
  now_unassigned: 'Cette conversation n’est plus attribuée',
  too_many_from_address:
    'De nombreux chats de votre réseau nous attendent. Veuillez réessayer dans un instant.',
  another_is_open: 'Le visiteur a déjà une autre conversation ouverte',
  not_assignable: 'Cet utilisateur ne peut pas répondre aux chats',
  department_not_found: 'Service introuvable',
  department_empty:
    'Aucun agent de {department} ne prend en charge ce widget. Ajoutez-en un sous Chat > Agents, ou transférez ailleurs.',
  department_exists: 'Un service nommé {name} existe déjà',
  no_such_widget: 'Widget introuvable',
  response_not_found: 'Réponse type introuvable',
  agent_not_found: 'Agent introuvable',
  agent_exists: '{name} est déjà agent',
  agent_not_serving: 'Cet agent ne reçoit pas de chats de la file',
  already_converted: 'Cette conversation est déjà un lead',
  has_ticket: 'Cette conversation a déjà un ticket',
  nothing_to_promote: 'Le visiteur n’a donné ni nom ni adresse e-mail',
  person_undecided:
    'Le CRM connaît déjà cette adresse e-mail pour {name}. Associez le visiteur, ou créez une nouvelle personne.',
  person_not_found: 'Personne introuvable dans le CRM',
  visitor_linked: 'Le visiteur est déjà associé à {name}',
  permission_denied: 'Vous n’avez pas l’autorisation de faire cela',
  host_lacks: 'Ce CRM ne gère pas d’enregistrements de ce type.',
  body_not_readable: 'Envoyez le corps en application/json',
  too_late_to_undo: 'Il est trop tard pour annuler',
  snooze_time: 'Choisissez un moment à venir, dans l’année',
  not_ended: 'Cette conversation n’est pas encore terminée',
  rating_final: 'Cette note ne peut plus être modifiée',
  shortcut_taken: 'Le raccourci /{shortcut} est déjà utilisé',
  unknown_placeholder: '{name} n’est pas une variable',
  stale_reply: 'Il y a de nouveaux messages dans cette conversation',
  too_many_streams: 'Trop de connexions ouvertes',
  shutting_down: 'Veuillez réessayer dans un instant',
  visitor_not_found: 'Visiteur introuvable',
  label_not_found: 'Libellé introuvable',
  label_exists: 'Un libellé porte déjà ce nom',
  too_many_labels: {
    other: 'Vous pouvez avoir jusqu’à {count} libellés',
  },
  too_many_labels_here: {
    other: 'Une conversation peut avoir jusqu’à {count} libellés',
  },
  view_not_found: 'Vue introuvable',
  too_many_views: {
    other: 'Vous pouvez avoir jusqu’à {count} vues',
  },
  too_many_webhooks: {
    other: 'Vous pouvez avoir jusqu’à {count} webhooks',
  },
  address_not_allowed:
    'Les webhooks ne peuvent pas appeler {host} : ce n’est pas une adresse publique',
  private_addresses_forbidden:
    'Les webhooks vers des réseaux privés sont désactivés dans cette installation',
  webhook_paused: 'Ce webhook est en pause. Activez-le d’abord.',
  export_running: 'Votre export précédent est encore en cours. Veuillez attendre qu’il se termine.',
  illegal_move: '{reason}',
  unauthenticated: {
    token: 'Le jeton d’accès n’est pas valide, a expiré ou a été révoqué',
    none: 'Envoyez un jeton d’accès : Authorization: Bearer …',
  },
  token_ability_missing: 'Il manque à ce jeton d’accès le droit « {ability} »',
}
