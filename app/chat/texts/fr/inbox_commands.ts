import type { inboxCommands as english } from '../en/inbox_commands.js'
import type { Translation } from '../translation.js'

export const inboxCommands: Translation<typeof english> = {
  groups: {
    conversation: 'Conversation',
    selected: 'Sélection',
    list: 'Liste',
    go: 'Aller à',
    you: 'Vous',
  },
  reply: {
    title: 'Répondre',
  },
  note: {
    title: 'Ajouter une note privée',
    words: 'interne équipe',
  },
  assign: {
    title: 'Attribuer…',
    help: 'Attribuer',
  },
  transfer: {
    title: 'Transférer avec une note…',
    words: 'passer service',
  },
  label: {
    title: 'Ajouter un libellé…',
    help: 'Ajouter un libellé',
    words: 'tag étiquette',
  },
  unlabel: {
    title: 'Retirer un libellé…',
  },
  priority: {
    title: 'Définir la priorité…',
    help: 'Définir la priorité',
    words: 'urgente haute basse normale',
  },
  resolve: {
    title: 'Résoudre',
    words: 'terminer fini',
  },
  resolve_next: {
    title: 'Résoudre et ouvrir la suivante',
    words: 'terminer fini suivante',
  },
  undo: {
    title: 'Annuler la résolution, la fermeture ou l’archivage',
    help: 'Annuler la dernière résolution, fermeture ou mise en archive',
  },
  snooze: {
    title: 'Mettre en veille jusqu’à…',
    help: 'Mettre en veille',
    words: 'plus tard rappeler',
  },
  wake: {
    title: 'Mettre fin à la veille',
  },
  close: {
    title: 'Fermer',
    words: 'terminer',
  },
  reopen: {
    title: 'Rouvrir',
  },
  archive: {
    title: 'Archiver',
  },
  unarchive: {
    title: 'Sortir des archives',
  },
  promote: {
    title: 'Enregistrer comme contact',
    words: 'personne crm',
  },
  match: {
    title: 'Associer à une personne, ou en créer une…',
    words: 'contact crm',
  },
  convert: {
    title: 'Convertir en lead…',
    words: 'affaire crm',
  },
  ticket: {
    title: 'Créer un ticket…',
    words: 'problème dossier crm',
  },
  subject: {
    title: 'Définir l’objet…',
    words: 'titre sujet',
  },
  delete: {
    title: 'Supprimer…',
  },
  next: {
    title: 'Conversation suivante',
  },
  previous: {
    title: 'Conversation précédente',
  },
  search: {
    title: 'Rechercher',
    help: 'Rechercher par numéro, nom, e-mail, téléphone ou texte ; ↓ va aux résultats',
  },
  show: {
    title: 'Afficher…',
    words: 'filtre statut vue vues ouvertes miennes non attribuées',
  },
  filter: {
    title: 'Filtrer par…',
    help: 'Filtres, vues enregistrées et export',
    words: 'widget libellé agent priorité',
  },
  sort: {
    title: 'Trier par…',
    words: 'ordre récentes attente priorité',
  },
  export: {
    title: 'Exporter cette liste (CSV)',
    words: 'télécharger',
  },
  pick: {
    title: 'Sélectionner cette conversation',
    help: 'Sélectionner la conversation (Maj-clic pour une plage)',
  },
  bulk: {
    title: 'Avec les conversations sélectionnées…',
    words: 'plusieurs résoudre fermer archiver attribuer libellé priorité',
  },
  status: {
    title: 'Définir mon statut…',
    words: 'en ligne absent occupé hors ligne présence',
  },
  go: {
    title: 'Aller à…',
    words: 'page tableau de bord paramètres agents',
  },
  palette: {
    title: 'Commandes',
    help: 'Trouver une commande ou une conversation depuis n’importe où',
  },
  details: {
    title: 'À propos du visiteur',
    words: 'détails panneau',
  },
  back: {
    title: 'Retour à la liste',
  },
  close_details: {
    title: 'Fermer les détails',
  },
  escape: {
    title: 'Fermer le menu · effacer la recherche · quitter le champ',
  },
  help: {
    title: 'Raccourcis clavier',
    help: 'Cette aide',
    words: 'touches aide',
  },
}
