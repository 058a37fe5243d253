import type { notices as english } from '../en/notices.js'
import type { Translation } from '../translation.js'

export const notices: Translation<typeof english> = {
  messages: {
    one: '{visitor} : {count} nouveau message',
    many: '{visitor} : {count} nouveaux messages',
    other: '{visitor} : {count} nouveaux messages',
  },
  title: 'Notifications',
  lead: 'Comment nous vous prévenons pour vos chats. Ces réglages ne concernent que vous.',
  none: 'Aucune notification pour le moment',
  none_text: 'Les nouveaux messages et les chats qui vous sont attribués apparaissent ici.',
  unread: 'Non lue',
  what: 'Me prévenir pour',
  what_text: 'Rien n’est annoncé tant que vous regardez la conversation.',
  kinds: {
    message: 'Les messages dans mes chats',
    assigned: 'Les chats qui me sont attribués ou transférés',
    woken: 'Les veilles qui se terminent',
  },
  channels: {
    crm: 'Cloche dans le CRM',
    desktop: 'Bureau, tant qu’un onglet est ouvert',
    push: 'Push vers mes navigateurs',
    mail: 'E-mail, si je ne l’ai pas vue',
    host: 'Application',
  },
  quiet: {
    title: 'Heures calmes',
    label: 'Rester silencieux chaque jour',
    hint: 'La cloche continue de compter, mais rien ne sonne, ne s’affiche ni n’est envoyé.',
    from: 'De ({zone})',
    until: 'À',
  },
  push: {
    title: 'Push vers ce navigateur',
    text: 'Vous recevez les notifications même si aucun onglet du CRM n’est ouvert.',
    on: 'Activer le push',
    off: 'Désactiver le push',
    browsers: 'Navigateurs qui reçoivent le push',
    since: 'depuis le {time}',
    remove: 'Retirer',
    removed: 'Navigateur retiré',
    unknown: 'Navigateur inconnu',
    none: 'Aucun navigateur ne reçoit le push.',
  },
  muted: {
    title: 'Conversations en sourdine',
    text: 'Vous ne recevez aucune notification pour les messages de ces conversations.',
    none: 'Aucune conversation en sourdine',
    unmute: 'Réactiver',
  },
  mute: {
    on: 'Mettre en sourdine',
    off: 'Réactiver les notifications',
    done: 'Notifications en sourdine pour cette conversation',
    undone: 'Les notifications sont réactivées',
  },
  mail: {
    sender: 'Chat',
    open: 'Ouvrir la conversation',
    why: 'Vous recevez cet e-mail car vous n’avez pas vu cette notification dans le CRM.',
    change: 'Réglages des notifications',
  },
}
