import type { mails as english } from '../en/mails.js'
import type { Translation } from '../translation.js'

export const mails: Translation<typeof english> = {
  reply: {
    subject: '{agent} von {site} hat geantwortet',
    sender: '{agent} ({site})',
    intro: {
      one: '{agent} von {site} hat Ihnen geantwortet:',
      other: '{agent} von {site} hat Ihnen {count} Antworten geschickt:',
    },
    open: 'Chat öffnen und antworten',
    expires: 'Der Link öffnet Ihre Unterhaltung 7 Tage lang auf jedem Gerät.',
    why: 'Sie erhalten diese E-Mail, weil Sie Ihre Adresse im Chat von {site} hinterlassen haben.',
    stop: 'Abbestellen',
  },
  missed: {
    subject: 'Verpasster Chat mit {visitor} ({number})',
    sender: 'Chat ({site})',
    intro: '{visitor} hat im Chat von {site} geschrieben, und noch kein Agent hat geantwortet.',
    email: 'E-Mail: {email}',
    no_email: 'Noch keine E-Mail-Adresse.',
    phone: 'Telefon: {phone}',
    page: 'Seite: {page}',
    open: 'Unterhaltung öffnen',
    why: 'Sie erhalten diese E-Mail, weil dies die Team-Adresse des Chats von {site} ist.',
  },
  transcript: {
    about: 'Unterhaltung {number}, begonnen am {moment} ({zone}).',
    cut: 'Frühere Nachrichten sind weggelassen.',
    why: 'Sie erhalten diese E-Mail, weil im Chat von {site} eine Kopie der Unterhaltung angefordert wurde.',
  },
  stop: {
    title: 'Abbestellen',
    question: 'Keine E-Mails von {site} mehr an {email} senden?',
    button: 'Abbestellen',
    done: '{email} erhält keine E-Mails von {site} mehr.',
    unknown: 'Dieser Link ist unbekannt oder zu alt.',
  },
  link: {
    title: 'Ihr Chat mit {site}',
    opening: 'Ihre Unterhaltung wird geöffnet…',
    expired:
      'Dieser Link ist abgelaufen. Öffnen Sie den Chat auf unserer Website, um uns wieder zu schreiben.',
    failed: 'Ihre Unterhaltung lässt sich gerade nicht öffnen. Bitte laden Sie die Seite neu.',
    ended: 'Sie können diese Seite jetzt schließen.',
    back: 'Zurück zur Unterhaltung',
  },
  preview: {
    title: 'Gesendete E-Mails',
    text: 'Es ist kein Mailserver eingerichtet. E-Mails werden deshalb hier aufbewahrt statt gesendet.',
    none: 'Noch keine E-Mails',
    empty:
      'Hinterlassen Sie Ihre Adresse im Chat, schließen Sie ihn und lassen Sie einen Agenten antworten.',
    subject: 'Betreff',
    sent: 'Gesendet',
    to: 'An',
    from: 'Von',
    text_part: 'Textteil',
    headers: 'Kopfzeilen',
    back: 'Alle E-Mails',
  },
}
