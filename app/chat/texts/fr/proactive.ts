import type { proactive as english } from '../en/proactive.js'
import type { Translation } from '../translation.js'

export const proactive: Translation<typeof english> = {
  title: 'Messages proactifs',
  lead: 'Engagez la conversation : un message apparaît à côté du bouton du chat quand ses conditions sont réunies. Chaque visiteur le voit une fois, et rien n’est enregistré sur lui avant sa réponse.',
  new: 'Nouveau message',
  new_title: 'Nouveau message proactif',
  empty: {
    title: 'Aucun message proactif',
    text: 'Proposez votre aide là où les visiteurs hésitent, p. ex. après 30 secondes sur votre page de tarifs.',
    add: 'Créer votre premier message',
  },
  list: {
    name: 'Nom',
    when: 'Affiché quand',
    status: 'Statut',
    shown: 'Affichés',
    dismissed: 'Ignorés',
    answered: 'Répondus',
    period:
      'Chiffres des 30 derniers jours. Les messages sont essayés de haut en bas ; un seul s’affiche par page.',
  },
  when: {
    always: 'à l’ouverture d’une page',
    page: 'sur {pattern}',
    seconds: {
      one: 'après {count} seconde',
      many: 'après {count} secondes',
      other: 'après {count} secondes',
    },
    scrolled: 'défilement de {percent} %',
    idle: {
      one: 'inactif pendant {count} seconde',
      many: 'inactif pendant {count} secondes',
      other: 'inactif pendant {count} secondes',
    },
    exit: 'sur le point de partir',
    visits: {
      one: 'dès la visite {count}',
      many: 'dès la visite {count}',
      other: 'dès la visite {count}',
    },
    trigger: 'déclenché par « {name} »',
    language: 'pages en {language}',
  },
  sections: {
    message: 'Message',
    when: 'Conditions',
    removal: 'Zone de danger',
  },
  when_text:
    'Toutes les conditions remplies doivent être réunies. Laissez un champ vide pour l’ignorer. Sans condition, le message apparaît sur toutes les pages.',
  name: {
    label: 'Nom',
    hint: 'Interne. Les visiteurs ne le voient pas.',
  },
  is_active: {
    label: 'Actif',
    hint: 'Inactif, les visiteurs ne voient pas ce message.',
  },
  message: {
    label: 'Message',
    hint: 'Jusqu’à 1 000 caractères. Les premières lignes apparaissent à côté du bouton du chat.',
  },
  sender_name: {
    label: 'Expéditeur',
    hint: 'Le nom au-dessus du message. Vide : le titre du widget.',
  },
  language: {
    label: 'Langue de la page',
    hint: 'Un code de langue comme de ou pt-BR. Créez un message par langue.',
  },
  page_pattern: {
    label: 'Adresse de la page',
    hint: 'Un chemin comme /tarifs ou /boutique/*, ou une adresse complète. * remplace n’importe quoi.',
  },
  seconds_on_page: {
    label: 'Secondes sur la page',
    hint: 'Temps pendant lequel la page est visible.',
  },
  scroll_percent: {
    label: 'Défilement (%)',
    hint: 'Jusqu’où le visiteur a fait défiler la page.',
  },
  idle_seconds: {
    label: 'Secondes d’inactivité',
    hint: 'Temps sans pointeur, clavier ni défilement.',
  },
  min_visits: {
    label: 'Nombre de visites',
    hint: 'À partir de cette visite, p. ex. 2 pour les visiteurs qui reviennent. Garde un compteur de visites dans leur navigateur.',
  },
  trigger_name: {
    label: 'Déclencheur',
    hint: "Un nom que votre site appelle : CrmChat('trigger', 'name').",
  },
  exit_intent: {
    label: 'Sur le point de partir',
    hint: 'Le pointeur quitte la page par le haut. N’arrive pas sur les écrans tactiles.',
  },
  delay_seconds: {
    label: 'Délai (secondes)',
    hint: 'Attendre ce temps une fois les conditions réunies.',
  },
  invalid: {
    language: 'Saisissez un code de langue comme de ou pt-BR',
    page_pattern: 'Commencez par /, https:// ou *, sans espaces. * au plus 5 fois.',
    trigger_name: 'Lettres, chiffres, points, tirets et tirets bas uniquement',
  },
  preview: 'Aperçu',
  create: 'Créer le message',
  delete: 'Supprimer le message',
  delete_consequence:
    'Les visiteurs ne le verront plus et ses chiffres sont supprimés. Les conversations restent dans la boîte de réception.',
  flash: {
    saved: '{name} enregistré.',
    deleted: '{name} supprimé.',
  },
}
