import type { audit as english } from '../en/audit.js'
import type { Translation } from '../translation.js'

export const audit: Translation<typeof english> = {
  title: 'Chat-Änderungsprotokoll',
  lead: 'Wer Einstellungen, Team und Daten des Chats geändert hat. Der Verlauf einer Unterhaltung steht in der Unterhaltung.',
  show: 'Anzeigen',
  everything: 'Alles',
  what: 'Änderung',
  when: 'Wann',
  changed: 'Geändert: {fields}',
  empty: 'Noch keine Änderungen',
  empty_text:
    'Hier erscheinen Änderungen an Widgets, Agenten, Labels, Webhooks und anderen Einstellungen, und wer sie vorgenommen hat.',
  former_user: 'Früherer Benutzer {id}',
  program: 'Ein Programm',
  areas: {
    module: 'Live-Chat ein und aus',
    widget: 'Widgets',
    agent: 'Agenten',
    department: 'Abteilungen',
    label: 'Labels',
    canned_response: 'Textbausteine',
    proactive_rule: 'Proaktive Nachrichten',
    webhook: 'Webhooks',
    export: 'Exporte',
    conversation: 'Gelöschte Unterhaltungen',
    visitor: 'Gelöschte Besucher',
    work: 'Hintergrundaufgaben',
    setting: 'Einstellungen',
    permission: 'Zugriff',
  },
  actions: {
    module: {
      enabled: 'hat Live-Chat eingeschaltet',
      disabled: 'hat Live-Chat ausgeschaltet',
    },
    widget: {
      created: 'hat ein Widget erstellt:',
      updated: 'hat ein Widget geändert:',
      activated: 'hat ein Widget aktiviert:',
      deactivated: 'hat ein Widget deaktiviert:',
      key_regenerated: 'hat den Schlüssel eines Widgets erneuert:',
      identity_key_added: 'hat einen Identitätsschlüssel zu einem Widget hinzugefügt:',
      identity_key_removed: 'hat einen Identitätsschlüssel aus einem Widget entfernt:',
      deleted: 'hat ein Widget gelöscht:',
    },
    agent: {
      added: 'hat einen Agenten hinzugefügt:',
      updated: 'hat einen Agenten geändert:',
      removed: 'hat einen Agenten entfernt:',
    },
    department: {
      created: 'hat eine Abteilung erstellt:',
      renamed: 'hat eine Abteilung umbenannt in',
      deleted: 'hat eine Abteilung gelöscht:',
    },
    label: {
      created: 'hat ein Label erstellt:',
      updated: 'hat ein Label geändert:',
      deleted: 'hat ein Label gelöscht:',
    },
    canned_response: {
      created: 'hat einen Textbaustein erstellt:',
      updated: 'hat einen Textbaustein geändert:',
      deleted: 'hat einen Textbaustein gelöscht:',
    },
    proactive_rule: {
      created: 'hat eine proaktive Nachricht erstellt:',
      updated: 'hat eine proaktive Nachricht geändert:',
      deleted: 'hat eine proaktive Nachricht gelöscht:',
    },
    webhook: {
      created: 'hat einen Webhook erstellt:',
      updated: 'hat einen Webhook geändert:',
      secret_rotated: 'hat das Geheimnis eines Webhooks ersetzt:',
      deleted: 'hat einen Webhook gelöscht:',
    },
    export: {
      conversations: 'hat Unterhaltungen exportiert, Filter:',
      dashboard: 'hat das Dashboard exportiert',
      visitor: 'hat die Daten eines Besuchers exportiert:',
    },
    conversation: {
      deleted: 'hat eine Unterhaltung gelöscht:',
      expired: 'hat beendete Unterhaltungen nach Alter gelöscht, Widget:',
    },
    visitor: {
      erased: 'hat einen Besucher gelöscht:',
      blocked: 'hat einen Besucher blockiert:',
      unblocked: 'hat die Blockierung eines Besuchers aufgehoben:',
    },
    work: {
      retried: 'hat eine Aufgabe wiederholt:',
      cancelled: 'hat eine Aufgabe abgebrochen:',
    },
    setting: {
      updated: 'hat die Einstellungen geändert',
    },
    permission: {
      changed: 'hat den Zugriff geändert von',
      token_created: 'hat ein API-Token erstellt für',
      token_revoked: 'hat ein API-Token widerrufen von',
    },
  },
}
