import type { agents as english } from '../en/agents.js'
import type { Translation } from '../translation.js'

export const agents: Translation<typeof english> = {
  title: 'Agents',
  inbox: 'Boîte de réception',
  lead: 'Qui reçoit des chats, combien à la fois, et de quels widgets et services.',
  add: 'Ajouter un agent',
  empty: {
    title: 'Aucun agent',
    text: 'Tant que vous n’ajoutez pas d’agents, les nouvelles conversations restent non attribuées dans la boîte de réception.',
    add: 'Ajouter votre premier agent',
    no_user:
      'Aucun utilisateur du CRM n’est encore autorisé à répondre aux chats. Accordez d’abord cette autorisation.',
  },
  queue: {
    waiting: {
      one: '{count} conversation attend dans la file.',
      many: '{count} conversations attendent dans la file.',
      other: '{count} conversations attendent dans la file.',
    },
    empty: 'La file est vide.',
  },
  list: {
    name: 'Nom',
    status: 'Statut',
    chats: 'Chats',
    departments: 'Services',
    widgets: 'Widgets',
    uncounted: {
      other: '+ {count} attendent le visiteur',
    },
    edit: 'Modifier',
    load: '{chats} sur {maximum}',
    deleted_widget: 'Widget supprimé',
    all_widgets: 'Tous les widgets',
  },
  form: {
    new: 'Nouvel agent',
    user: 'Utilisateur du CRM',
    user_hint: 'Utilisateurs du CRM qui peuvent répondre aux chats mais ne sont pas encore agents.',
    maximum: 'Nombre maximal de chats simultanés',
    maximum_hint:
      '1–50. Vaut pour l’attribution automatique ; l’attribution manuelle peut le dépasser.',
    widgets_text:
      'Laissez tout décoché pour prendre en charge tous les widgets, y compris les nouveaux.',
    only_deleted:
      'Le seul widget de cet agent a été supprimé : il ne reçoit aucun chat. Enregistrez sans rien cocher pour tous les widgets.',
    no_widgets: 'Aucun widget.',
    departments_text:
      'Les conversations d’un service ne vont qu’à ses agents ; toutes les autres vont à tout le monde.',
    no_departments: 'Aucun service. Ajoutez-en sur la page Agents.',
  },
  departments: {
    lead: 'Des groupes au sein de votre équipe. Une conversation transférée à un service va à son prochain agent disponible.',
    name: 'Nom du service {name}',
    rename: 'Renommer',
    agents: {
      one: '{count} agent',
      many: '{count} agents',
      other: '{count} agents',
    },
    remove: 'Retirer',
    remove_confirm: 'Retirer le service',
    remove_consequence: 'Les conversations en attente de {name} iront dans la file générale.',
    example: 'Ventes',
    new_name: 'Nom du nouveau service',
    add: 'Ajouter un service',
  },
  removal: {
    title: 'Zone de danger',
    open: 'Retirer l’agent',
    consequence:
      '{name} ne recevra plus de chats. Son compte CRM reste, et répondre lui reste possible.',
    keep: 'Garder ses conversations ouvertes attribuées',
    requeue: 'Remettre ses conversations ouvertes dans la file',
    confirm: 'Retirer',
  },
  counting: {
    title: 'Comptage des chats',
    label: 'Compter les conversations qui attendent le visiteur',
    hint: 'Désactivé, chaque réponse libère une place pour le prochain chat de la file. Quand des visiteurs réécrivent, un agent peut dépasser temporairement le maximum et ne reçoit pas de nouveaux chats avant de repasser en dessous.',
    save: 'Enregistrer',
  },
  sight: {
    rule: 'Les agents sans l’autorisation « voir tous les chats » ne voient que les chats de ces widgets et services, et ceux qui leur sont attribués. Les autres agents voient tous les chats, mais la file ne leur attribue que ceux-ci.',
    all: '{name} peut voir tous les chats. Widgets et services déterminent seulement ceux que la file lui attribue.',
    some: '{name} ne voit que les chats de ces widgets et services, et ceux qui lui sont attribués.',
  },
  status: {
    online: 'En ligne',
    busy: 'Occupé',
    away: 'Absent',
    offline: 'Hors ligne',
    idle: 'inactif',
    full: 'complet',
  },
  flash: {
    added: '{name} recevra désormais des chats quand il est en ligne.',
    removed: '{name} ne reçoit plus de chats.',
    department_created: 'Service {name} créé.',
    department_renamed: 'Service renommé en {name}.',
    department_removed: 'Service {name} retiré.',
  },
}
