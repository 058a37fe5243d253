import type { inboxMail as english } from '../en/inbox_mail.js'
import type { Translation } from '../translation.js'

/** Chat > Inbox: messages that came by email. */
export const inboxMail: Translation<typeof english> = {
  by_email: 'Par e-mail',
  follow_up: 'Relance automatique',
  other_sender: 'Envoyé depuis {address}, une autre adresse que celle du visiteur ou de l’agent',
  quoted: 'Afficher le texte cité',
  original: 'Afficher l’e-mail d’origine',
  cut: 'Raccourci : la suite est dans l’original.',
  files: {
    one: '{count} fichier joint : voir l’original.',
    many: '{count} fichiers joints : voir l’original.',
    other: '{count} fichiers joints : voir l’original.',
  },
  refused: '{file} n’est que dans l’original. {reason}.',
  download: 'Télécharger l’e-mail',
  attached: 'Fichiers joints',
  attached_hint:
    'Téléchargez l’e-mail pour les ouvrir. N’ouvrez que les fichiers de personnes que vous connaissez.',
  unnamed: 'Fichier sans nom',
}
