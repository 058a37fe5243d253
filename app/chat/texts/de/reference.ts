import type { reference as english } from '../en/reference.js'
import type { Translation } from '../translation.js'

export const reference: Translation<typeof english> = {
  title: 'Chat-API',
  document: 'OpenAPI-Dokument',
  contents: 'Inhalt',
  types: 'Typen',
  fields: 'Felder',
  access: {
    title: 'Anmeldung',
    token:
      'Melden Sie sich mit dem Zugriffstoken eines CRM-Benutzers an. Anfragen haben die Rechte des Tokens, höchstens aber die des Benutzers. Tokens erstellen Sie unter „Einstellungen > API-Tokens“ oder mit {command}.',
    session:
      'Seiten des CRM können stattdessen ihre Sitzung verwenden, bei schreibenden Anfragen mit dem CSRF-Token.',
  },
  required: 'Pflicht',
  permission: 'Benötigt die Berechtigung:',
  visitor: 'Benötigt das Token eines Besuchers in {header}.',
  open: 'Keine Anmeldung nötig.',
  responses: 'Antworten',
  example: 'Beispiel',
  query: 'Query',
  body: 'Body',
}
