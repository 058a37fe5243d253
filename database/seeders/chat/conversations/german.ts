import { DAY, HOUR, type DemoConversation } from '#database/seeders/chat/script'

/** Visitors of the workshop's website in Vienna. */
export const GERMAN: DemoConversation[] = [
  {
    widget: 'workshop',
    name: 'Katharina Pichler',
    email: 'k.pichler@example.at',
    country: 'AT',
    device: 'iphone',
    referrer: 'https://suche.example/',
    pages: ['/werkstatt Werkstatt', '/werkstatt/preise Preise', '/werkstatt/termin Termin buchen'],
    last: 9 * DAY + 5 * HOUR,
    agent: 'agent',
    script: `
      > Guten Morgen! Was kostet ein großes Service für ein Citybike?
      < Guten Morgen, Frau Pichler! 89 €, dazu kommt nur Material, das wir vorher mit Ihnen besprechen.
      > Und wie lange muss das Rad dableiben?
      < Einen Tag. Wenn Sie es bis 10 Uhr bringen, ist es um 17 Uhr fertig.
      > Super, dann komme ich am Dienstag 🙂
      < Ist eingetragen. Bis Dienstag!
      ! label Workshop
      ! resolve
      ! rate 5 Schnell und freundlich
    `,
  },
  {
    widget: 'workshop',
    name: 'Familie Öztürk-Haas',
    email: 'haas@example.at',
    country: 'AT',
    device: 'android',
    pages: ['/kinder Kinderräder', '/kinder/tausch Kinderrad tauschen'],
    last: 8 * DAY + 2 * HOUR,
    agent: 'agent2',
    script: `
      > Hallo, unser Sohn ist aus dem 16-Zoll-Rad herausgewachsen. Nehmen Sie das zurück?
      < Hallo! Ja, über den Tausch: Sie bekommen 40 % des Kaufpreises auf das nächste Rad.
      > Auch wenn ein paar Kratzer drauf sind? 🙈
      < Kratzer gehören dazu 😄 Nur der Rahmen muss heil sein.
      > Prima, wir kommen am Samstag vorbei
      ! resolve
    `,
  },
  {
    widget: 'workshop',
    name: 'Dr. Johannes Weiß',
    email: 'weiss@praxis-weiss.example',
    phone: '+43 1 000 00 00',
    country: 'AT',
    device: 'mac',
    pages: ['/diensträder Diensträder', '/leasing Leasing'],
    last: 7 * DAY + 3 * HOUR,
    agent: 'admin',
    priority: 'high',
    script: `
      > Wir möchten für unsere Ordination fünf Diensträder leasen. Wer ist dafür zuständig?
      < Guten Tag, Herr Dr. Weiß, das bin ich. Sollen es E-Bikes sein?
      > Drei E-Bikes, zwei ohne Motor. Übergabe wenn möglich im Jänner.
      < Das geht sich aus. Ich schicke Ihnen bis morgen ein Angebot mit drei Varianten.
      # Möchte Rechnung auf die Ordination, nicht auf die Mitarbeiter. Ansprechpartnerin: Frau Lang.
      ! promote
      ! label Financing
      ! convert
      > Besten Dank, ich bin gespannt.
      ! resolve
      ! rate 5
    `,
  },
  {
    widget: 'workshop',
    country: 'DE',
    device: 'windows',
    pages: ['/werkstatt Werkstatt'],
    last: 6 * DAY + 6 * HOUR,
    agent: 'agent2',
    script: `
      > Repariert ihr auch Räder, die nicht bei euch gekauft wurden?
      < Ja, gerne, alle Marken.
      > Danke!
      ! close
    `,
  },
  {
    widget: 'workshop',
    name: 'Lena Schüßler',
    email: 'lena.schuessler@example.de',
    country: 'DE',
    device: 'iphone',
    pages: ['/werkstatt/e-bike E-Bike-Diagnose'],
    last: 5 * DAY + 4 * HOUR,
    agent: 'agent',
    script: `
      > Hallo, seit dem Update geht mein Motor bei 20 km/h aus statt bei 25 😕
      < Hallo Lena, das klingt nach einem falsch eingestellten Radumfang. Welche Reifen fährst du?
      > 47-622, hab ich vor zwei Wochen gewechselt
      < Dann ist es das. Im Menü unter Einstellungen → Rad den Umfang auf 2220 mm stellen.
      > Moment
      > GENIAL, läuft wieder 🚀
      < Freut mich! Gute Fahrt.
      ! label Workshop
      ! resolve
      ! rate 5 Problem in vier Minuten gelöst!
    `,
  },
  {
    widget: 'workshop',
    name: 'Wolfgang Steiner',
    email: 'w.steiner@example.at',
    country: 'AT',
    device: 'windows',
    pages: ['/reklamation Reklamation'],
    last: 3 * DAY + 7 * HOUR,
    agent: 'agent2',
    priority: 'high',
    script: `
      > Ich warte seit 3 Wochen auf mein Hinterrad. So geht das nicht!
      < Herr Steiner, Sie haben recht, das ist zu lang. Ich kläre das sofort.
      # Felge beim Hersteller im Rückstand, neuer Termin 2. Dezember. Kulanz: Leihrad anbieten.
      < Der Hersteller liefert erst am 2. Dezember. Bis dahin bekommen Sie von uns ein Leihrad, kostenlos.
      > Das hätte man mir auch früher sagen können. Leihrad nehme ich.
      < Verstanden, und Entschuldigung. Das Leihrad steht ab 15 Uhr für Sie bereit.
      ! label Warranty
      ! resolve
      ! rate 3 Hilfe war gut, Information vorher nicht
    `,
  },
  {
    widget: 'workshop',
    name: 'Miriam',
    country: 'AT',
    device: 'android',
    pages: ['/kurse Kurse', '/kurse/schrauben Schraubkurs'],
    last: DAY + 6 * HOUR,
    agent: 'agent2',
    isUnseen: true,
    script: `
      > Gibt es beim Schraubkurs im Dezember noch zwei Plätze?
      < Hallo Miriam! Am 6. sind es noch genau zwei. Soll ich sie euch freihalten?
      > Ja bitte!
      < Gemacht. Ich brauche nur noch eine E-Mail-Adresse für die Bestätigung 🙂
    `,
  },
  {
    widget: 'workshop',
    name: 'Stefan Kofler',
    email: 'stefan.kofler@example.it',
    country: 'IT',
    device: 'linux',
    pages: ['/teile/antrieb Antrieb', '/teile/antrieb/kette-12 Kette 12-fach'],
    last: 6 * HOUR + 15,
    agent: 'agent2',
    script: `
      > Wie viele Glieder hat die 12-fach-Kette? Ich brauche 118
      < 126 Glieder, kürzen können Sie also. Das Kettenschloss liegt bei.
      > Passt, bestellt. Schickt ihr nach Südtirol?
      < Ja, 2 bis 3 Werktage, 9,90 €.
      ! resolve
    `,
  },
]
