import type { mails as english } from '../en/mails.js'
import type { Translation } from '../translation.js'

export const mails: Translation<typeof english> = {
  reply: {
    subject: '{agent} de {site} a répondu',
    sender: '{agent} ({site})',
    intro: {
      one: '{agent} de {site} vous a répondu :',
      many: '{agent} de {site} vous a envoyé {count} réponses :',
      other: '{agent} de {site} vous a envoyé {count} réponses :',
    },
    open: 'Ouvrir le chat et répondre',
    expires: 'Le lien ouvre votre conversation sur tout appareil pendant 7 jours.',
    why: 'Vous recevez cet e-mail parce que vous avez laissé votre adresse dans le chat de {site}.',
    stop: 'Se désabonner',
  },
  missed: {
    subject: 'Chat manqué avec {visitor} ({number})',
    sender: 'Chat ({site})',
    intro: '{visitor} a écrit dans le chat de {site}, et aucun agent n’a encore répondu.',
    email: 'E-mail : {email}',
    no_email: 'Pas encore d’adresse e-mail.',
    phone: 'Téléphone : {phone}',
    page: 'Page : {page}',
    open: 'Ouvrir la conversation',
    why: 'Vous recevez cet e-mail car c’est l’adresse d’équipe du chat de {site}.',
  },
  transcript: {
    about: 'Conversation {number}, commencée le {moment} ({zone}).',
    cut: 'Les messages précédents sont omis.',
    why: 'Vous recevez cet e-mail car une copie de la conversation a été demandée dans le chat de {site}.',
  },
  stop: {
    title: 'Se désabonner',
    question: 'Ne plus envoyer d’e-mails de {site} à {email} ?',
    button: 'Se désabonner',
    done: '{email} ne recevra plus d’e-mails de {site}.',
    unknown: 'Ce lien est inconnu ou trop ancien.',
  },
  link: {
    title: 'Votre chat avec {site}',
    opening: 'Ouverture de votre conversation…',
    expired: 'Ce lien a expiré. Ouvrez le chat sur notre site pour nous écrire de nouveau.',
    failed: 'Nous ne pouvons pas ouvrir votre conversation pour le moment. Rechargez la page.',
    ended: 'Vous pouvez fermer cette page.',
    back: 'Retour à la conversation',
  },
  preview: {
    title: 'E-mails envoyés',
    text: 'Aucun serveur de messagerie n’est configuré : les e-mails sont conservés ici au lieu d’être envoyés.',
    none: 'Aucun e-mail',
    empty: 'Laissez votre adresse dans le chat, fermez-le, puis faites répondre un agent.',
    subject: 'Objet',
    sent: 'Envoyé',
    to: 'À',
    from: 'De',
    text_part: 'Partie texte',
    headers: 'En-têtes',
    back: 'Tous les e-mails',
  },
}
