import type { inboxMail as english } from '../en/inbox_mail.js'
import type { Translation } from '../translation.js'

/** Chat > Inbox: messages that came by email. */
export const inboxMail: Translation<typeof english> = {
  by_email: 'Per E-Mail',
  follow_up: 'Automatische Nachfrage',
  other_sender: 'Gesendet von {address}, einer anderen Adresse als der des Besuchers oder Agenten',
  quoted: 'Zitierten Text anzeigen',
  original: 'Original-E-Mail anzeigen',
  cut: 'Gekürzt: Der Rest steht im Original.',
  files: {
    one: '{count} Datei angehängt: siehe Original.',
    other: '{count} Dateien angehängt: siehe Original.',
  },
  refused: '{file} ist nur im Original. {reason}.',
  download: 'E-Mail herunterladen',
  attached: 'Angehängte Dateien',
  attached_hint:
    'Laden Sie die E-Mail herunter, um sie zu öffnen. Öffnen Sie nur Dateien von Personen, die Sie kennen.',
  unnamed: 'Datei ohne Namen',
}
