import type { setup as english } from '../en/setup.js'
import type { Translation } from '../translation.js'

export const setup: Translation<typeof english> = {
  title: 'Live-Chat einrichten',
  lead: 'In wenigen Minuten zum ersten Besucher. Sie können jederzeit unterbrechen und später weitermachen.',
  enabled: {
    title: 'Live-Chat ist eingeschaltet',
    text: 'Ihr Team findet ihn in der Seitenleiste unter „Chat“.',
  },
  widget: {
    made: 'Ihr Widget',
    title: 'Widget erstellen',
    change: 'Aussehen, Texte und Zeiten ändern',
    inactive:
      'Dieses Widget ist inaktiv und auf allen Websites ausgeblendet. Aktivieren Sie es unter {link}.',
    name: 'Name',
    name_hint: 'Nur intern. Das Aussehen können Sie später ändern.',
    first_name: 'Website',
  },
  website: {
    title: 'In Ihre Website einbauen',
    allowed: 'Erlaubt auf:',
    change: 'Ändern',
    address: 'Adresse der Website',
    address_hint: 'Aus der Adresszeile des Browsers. Der Chat erscheint nur auf dieser Website.',
    allow: 'Diese Website erlauben',
    line: 'Fügen Sie diese Zeile auf jeder Seite direkt vor {tag} ein:',
  },
  trial: {
    title: 'Als Besucher ausprobieren',
    text: 'Öffnen Sie den Chat auf einer Vorschau Ihrer Website, senden Sie eine Nachricht und sehen Sie zu, wie sie im Posteingang ankommt.',
    open: 'Testseite öffnen',
    inbox: 'Posteingang öffnen',
  },
  visit: {
    title: 'Erster Besuch',
    hint: 'Sobald der Code eingebaut ist, öffnen Sie Ihre Website in einem anderen Tab. Dieser Schritt wird dann von selbst grün.',
    refresh: 'Aktualisieren',
    refused:
      'Es gab einen Besuch von {website}, die nicht auf Ihrer Liste steht. Wenn das Ihre Website ist, erlauben Sie sie.',
    inbox: 'Zum Posteingang',
    agents: 'Agenten hinzufügen',
    waiting: 'Warten auf den ersten Besuch…',
    from: 'Erster Besuch von {origin}.',
    came: 'Der erste Besuch ist da.',
  },
  try: {
    title: 'Testseite: {name}',
    back: 'Einrichtung',
    heading: 'Sie sind der Besucher',
    looks: 'Aussehen der Seite',
    website: 'Ihre Website',
    plain: 'Leere Seite',
    inactive:
      'Dieses Widget ist inaktiv, deshalb erscheint hier kein Chat. Aktivieren Sie es unter {link}.',
    elsewhere: 'Der Chat läuft unter der eigenen Adresse des CRM.',
    elsewhere_link: 'Diese Seite dort öffnen',
    blocked:
      'Bleibt die Seite leer? Manche Websites lassen sich nicht einbetten. Nehmen Sie dann die leere Seite.',
  },
}
