import type { audit as english } from '../en/audit.js'
import type { Translation } from '../translation.js'

export const audit: Translation<typeof english> = {
  title: 'Journal d’audit du chat',
  lead: 'Qui a modifié les paramètres, l’équipe et les données du chat. L’historique d’une conversation se trouve dans la conversation.',
  show: 'Afficher',
  everything: 'Tout',
  what: 'Modification',
  when: 'Quand',
  changed: 'Modifié : {fields}',
  empty: 'Aucune modification',
  empty_text:
    'Les modifications des widgets, agents, libellés, webhooks et autres paramètres apparaissent ici, avec leur auteur.',
  former_user: 'Ancien utilisateur {id}',
  program: 'Un programme',
  areas: {
    module: 'Chat activé et désactivé',
    widget: 'Widgets',
    agent: 'Agents',
    department: 'Services',
    label: 'Libellés',
    canned_response: 'Réponses types',
    proactive_rule: 'Messages proactifs',
    webhook: 'Webhooks',
    export: 'Exports',
    conversation: 'Conversations supprimées',
    visitor: 'Visiteurs effacés',
    work: 'Tâches de fond',
    setting: 'Paramètres',
    permission: 'Accès',
  },
  actions: {
    module: {
      enabled: 'a activé le chat',
      disabled: 'a désactivé le chat',
    },
    widget: {
      created: 'a créé le widget',
      updated: 'a modifié le widget',
      activated: 'a activé le widget',
      deactivated: 'a désactivé le widget',
      key_regenerated: 'a renouvelé la clé du widget',
      identity_key_added: 'a ajouté une clé d’identité au widget',
      identity_key_removed: 'a retiré une clé d’identité du widget',
      deleted: 'a supprimé le widget',
    },
    agent: {
      added: 'a ajouté l’agent',
      updated: 'a modifié l’agent',
      removed: 'a retiré l’agent',
    },
    department: {
      created: 'a créé le service',
      renamed: 'a renommé le service en',
      deleted: 'a supprimé le service',
    },
    label: {
      created: 'a créé le libellé',
      updated: 'a modifié le libellé',
      deleted: 'a supprimé le libellé',
    },
    canned_response: {
      created: 'a créé la réponse type',
      updated: 'a modifié la réponse type',
      deleted: 'a supprimé la réponse type',
    },
    proactive_rule: {
      created: 'a créé le message proactif',
      updated: 'a modifié le message proactif',
      deleted: 'a supprimé le message proactif',
    },
    webhook: {
      created: 'a créé le webhook',
      updated: 'a modifié le webhook',
      secret_rotated: 'a remplacé le secret du webhook',
      deleted: 'a supprimé le webhook',
    },
    export: {
      conversations: 'a exporté des conversations, filtre',
      dashboard: 'a exporté le tableau de bord',
      visitor: 'a exporté les données du visiteur',
    },
    conversation: {
      deleted: 'a supprimé la conversation',
      expired: 'a supprimé des conversations terminées selon leur âge, widget',
    },
    visitor: {
      erased: 'a effacé le visiteur',
      blocked: 'a bloqué le visiteur',
      unblocked: 'a débloqué le visiteur',
    },
    work: {
      retried: 'a relancé la tâche',
      cancelled: 'a annulé la tâche',
    },
    setting: {
      updated: 'a modifié les paramètres',
    },
    permission: {
      changed: 'a modifié l’accès de',
      token_created: 'a créé un jeton API pour',
      token_revoked: 'a révoqué un jeton API de',
    },
  },
}
