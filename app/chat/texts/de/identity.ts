import type { identity as english } from '../en/identity.js'
import type { Translation } from '../translation.js'

export const identity: Translation<typeof english> = {
  title: 'Bestätigte Besucher',
  lead: 'Lassen Sie Ihre Website bestätigen, wer ihre angemeldeten Besucher sind. Sie behalten ihre Unterhaltung auf jedem Gerät, und Agenten sehen, welche Nachricht bestätigt ist.',
  open: 'Bestätigte Besucher einrichten',
  section: 'Sonst bleibt unbestätigt, was Besucher über sich sagen.',
  new_secret: {
    title: 'Ihr neues Secret',
    text: 'Bewahren Sie es bei den Secrets Ihres Servers auf. Es wird nur einmal angezeigt.',
    label: 'Secret',
  },
  keys: {
    title: 'Schlüssel',
    text: 'Zwei Schlüssel einer Art können gleichzeitig aktiv sein. So stellen Sie Ihren Server um, bevor Sie den alten entfernen.',
    none: 'Noch keine Schlüssel. Erstellen Sie zuerst ein Secret.',
    created: 'Erstellt',
    create: 'Secret erstellen',
    remove: 'Entfernen',
    remove_confirm: 'Schlüssel entfernen',
    remove_consequence: 'Identitäts-Token mit diesem Schlüssel werden ab sofort abgelehnt.',
  },
  kinds: {
    secret: 'Secret',
    public_key: 'Öffentlicher Schlüssel',
    key_set: 'Schlüsselsatz',
  },
  use: {
    title: 'Auf Ihrem Server',
    text: 'Signieren Sie für angemeldete Besucher ein Token mit dem Secret. Das Secret gehört nicht auf Ihre Seiten.',
    snippet: 'So signieren Sie ein Token in {language}',
    page: 'Auf Ihrer Seite',
    page_text:
      'Übergeben Sie das Token auf jeder Seite nach dem Code des Chats. Rufen Sie {reset} auf, wenn sich der Besucher abmeldet.',
    call: 'So übergeben Sie das Token',
    claims:
      '{sub} ist Ihre ID des Besuchers, {aud} der Schlüssel dieses Widgets, {exp} liegt höchstens 24 Stunden in der Zukunft. {name}, {email}, {phone} und {attributes} sind optional.',
  },
  add: {
    title: 'Öffentliche Schlüssel',
    text: 'Soll der Signaturschlüssel ganz bei Ihnen bleiben, signieren Sie mit RS256 oder ES256 und geben Sie uns den öffentlichen Schlüssel.',
    public_key: 'Öffentlicher Schlüssel',
    public_key_hint: 'Im PEM-Format: RSA mit mindestens 2048 Bit oder EC mit der Kurve P-256.',
    key_set: 'Adresse des Schlüsselsatzes',
    key_set_hint:
      'Statt eines Schlüssels die https-Adresse Ihres JWKS, z. B. https://example.com/.well-known/jwks.json.',
    missing:
      'Fügen Sie einen öffentlichen Schlüssel ein oder geben Sie die Adresse eines Schlüsselsatzes ein',
    submit: 'Schlüssel hinzufügen',
  },
  flash: {
    secret: 'Secret erstellt. Kopieren Sie es jetzt. Sie sehen es nicht noch einmal.',
    added: 'Schlüssel hinzugefügt.',
    removed: 'Schlüssel entfernt.',
  },
}
