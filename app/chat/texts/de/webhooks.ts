import type { webhooks as english } from '../en/webhooks.js'
import type { Translation } from '../translation.js'

export const webhooks: Translation<typeof english> = {
  title: 'Chat-Webhooks',
  lead: 'Benachrichtigen Sie Ihre eigenen Systeme in Echtzeit, wenn im Chat etwas geschieht.',
  new: 'Neuer Webhook',
  empty: {
    title: 'Noch keine Webhooks',
    text: 'Senden Sie signierte Anfragen an Shop, Data-Warehouse oder Automatisierung, bei jeder Nachricht und jeder Änderung.',
    add: 'Webhook hinzufügen',
  },
  list: {
    webhook: 'Webhook',
    status: 'Status',
    events: 'Ereignisse',
    last: 'Letztes Ereignis',
    ago: 'vor {time}',
    none: 'Noch keines',
  },
  form: {
    edit: 'Webhook bearbeiten',
    endpoint: 'Endpunkt',
    url: {
      label: 'URL',
      hint: 'Die URL, die POST-Anfragen annimmt, z. B. https://example.com/hooks/chat.',
    },
    description: {
      label: 'Beschreibung',
      hint: 'Optional, z. B. „Data-Warehouse“. Nur Ihr Team sieht sie.',
    },
    private: {
      label: 'Adressen in privaten Netzen erlauben',
      hint: 'Anfangs ausgeschaltet, damit niemand mit Webhooks Ihr internes Netz ausforscht.',
      allowed:
        'Ein Administrator hat diese Adresse im privaten Netz erlaubt. Eine andere Adresse muss er erneut freigeben.',
    },
    sends: 'Was wir senden',
    events: 'Ereignisse',
    notes: {
      label: 'Interne Notizen mitsenden',
      hint: 'Interne Notizen und der interne Verlauf sind nur für Ihr Team. Schalten Sie das nur für Systeme ein, die sie sehen dürfen.',
    },
    active: {
      label: 'Aktiv',
      hint: 'Ausgeschaltet wird nichts gesendet. Ereignisse aus dieser Zeit werden auch später nicht gesendet.',
    },
    create: 'Webhook erstellen',
  },
  secret: {
    new_title: 'Ihr neues Geheimnis',
    new_text: 'Bewahren Sie es bei den Geheimnissen Ihres Servers auf. Wir zeigen es nur einmal.',
    label: 'Geheimnis',
    ends: 'Ihr Geheimnis endet auf {hint}. Vollständig zeigen wir es nur einmal, beim Erstellen.',
  },
  test: 'Testereignis senden',
  ping: 'Der Webhook funktioniert.',
  edit: 'Bearbeiten',
  danger: {
    title: 'Gefahrenbereich',
    rotate: 'Neues Geheimnis',
    rotate_confirm: 'Neues Geheimnis erstellen',
    rotate_consequence: {
      one: '{count} Stunde lang werden Anfragen mit beiden Geheimnissen signiert, damit Sie umstellen können. Danach gilt nur noch das neue.',
      other:
        '{count} Stunden lang werden Anfragen mit beiden Geheimnissen signiert, damit Sie umstellen können. Danach gilt nur noch das neue.',
    },
    delete: 'Webhook löschen',
    delete_consequence:
      'Ausstehende Zustellungen werden abgebrochen, und das Protokoll wird gelöscht.',
  },
  refresh: 'Aktualisieren',
  resend: 'Erneut senden',
  log: {
    title: 'Zustellprotokoll',
    kept: {
      one: 'Neueste zuerst. {count} Tag aufbewahrt.',
      other: 'Neueste zuerst. {count} Tage aufbewahrt.',
    },
    event: 'Ereignis',
    result: 'Ergebnis',
    response: 'Antwort',
    none_active: 'Noch keine Zustellungen. Senden Sie ein Testereignis.',
    none: 'Noch keine Zustellungen.',
  },
  delivery: {
    id: 'ID',
    happened: 'Geschehen',
    attempts: 'Versuche',
    last: 'Letzter Versuch',
    next: 'Nächster Versuch',
    sent: 'Anfrage',
    body: 'Body der Anfrage',
    response: 'Antwort (erste Bytes)',
  },
  verify: {
    title: 'Für Entwickler',
    request: 'Jedes Ereignis ist eine POST-Anfrage mit JSON: {fields}. {reference}',
    reference: 'Alle Felder ansehen.',
    subscribed: 'Dieser Webhook erhält',
    with_notes: 'mit internen Notizen.',
    without_notes: 'ohne interne Notizen.',
    respond:
      'Antworten Sie innerhalb von {seconds} s mit 2xx und verarbeiten Sie das Ereignis danach. Alles andere wird bis zu {hours} Std. lang in wachsenden Abständen wiederholt.',
    order:
      'Ereignisse können mehrmals kommen, mit derselben {id}, und nach einem Fehler in anderer Reihenfolge. Ordnen Sie Nachrichten nach {seq}.',
    redirects: 'Weiterleitungen folgen wir nicht. Die Antwort 410 deaktiviert den Webhook.',
    signature: 'Prüfen Sie {header}, um sicher zu sein, dass Ereignisse von diesem Chat kommen:',
    snippet: 'So prüfen Sie eine Signatur in Node.js',
  },
  flash: {
    created: 'Webhook erstellt. Kopieren Sie jetzt sein Geheimnis. Sie sehen es nicht noch einmal.',
    deleted: 'Webhook und Protokoll gelöscht.',
    rotated: 'Neues Geheimnis erstellt. Kopieren Sie es jetzt. Sie sehen es nicht noch einmal.',
    tested: 'Testereignis gesendet. Das Ergebnis steht im Protokoll.',
    resending: 'Wird erneut gesendet…',
  },
}
