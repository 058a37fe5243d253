import { HOUR, type DemoConversation } from '#database/seeders/chat/script'

/** The shop at this moment: one visitor waits, one types, one was just answered. */
export const WAITING_NOW: DemoConversation[] = [
  {
    country: 'GB',
    device: 'iphone',
    referrer: 'https://search.example/',
    pages: ['/ Velo Atelier', '/bikes/gravel Gravel bikes', '/bikes/gravel/rove-42 Rove 42'],
    last: 1,
    isUnread: true,
    script:
      '> Hi, is the Rove 42 in green really in stock in size M? The page says "2 left" since last week 🤔',
  },
  {
    name: 'Priya Nair',
    email: 'priya.nair@example.org',
    country: 'IE',
    device: 'android',
    pages: ['/account/orders My orders', '/account/orders/24817 Order 24817'],
    last: 4,
    priority: 'high',
    isUnread: true,
    script: `
      > Hello, my order 24817 was marked as delivered an hour ago, but there is nothing here
      > I have looked at the neighbours' too
      ! label Delivery
    `,
  },
  {
    widget: 'workshop',
    name: 'Helmut Gruber',
    email: 'h.gruber@example.at',
    phone: '+43 660 000 0000',
    country: 'AT',
    device: 'windows',
    pages: ['/werkstatt Werkstatt', '/werkstatt/termin Termin buchen'],
    last: 12,
    isUnread: true,
    script: `
      > Guten Tag, mein E-Bike zeigt Fehler E07 und geht nicht mehr an.
      > Kann ich heute noch vorbeikommen?
      ! transfer workshop
    `,
  },
  {
    name: 'Tom Whitaker',
    email: 'tom.whitaker@example.com',
    country: 'GB',
    device: 'mac',
    pages: ['/parts/wheels Wheels', '/parts/wheels/aero-45 Aero 45 wheelset'],
    last: 2,
    agent: 'agent',
    priority: 'urgent',
    isUnread: true,
    script: `
      > Rear wheel from last month's order has a cracked rim 😟 I have a race on Sunday
      < Oh no, sorry to hear that, Tom. Did you ride it since you noticed?
      > No, it is hanging on the wall. I sent two photos to your service address
      < Thank you, I can see them. That is clearly a warranty case.
      # Photos show a crack along the spoke hole, drive side. Batch 0925, second one this month: tell purchasing.
      ! label Warranty
      < I am checking whether we can send you a replacement today.
      > Any news? The courier would have to leave by 5 pm
    `,
  },
  {
    name: 'Sofía Herrera',
    email: 'sofia.herrera@example.es',
    country: 'ES',
    device: 'iphone',
    pages: ['/es Velo Atelier', '/es/bicis/urbanas Bicicletas urbanas'],
    last: 3,
    agent: 'agent2',
    isUnseen: true,
    script: `
      > ¡Hola! ¿Hacéis envíos a Canarias?
      < ¡Hola, Sofía! Sí, en unos 7 días laborables. Los gastos de envío son 39 €.
      > ¿Y los impuestos?
      < El IGIC lo pagas al recibir el paquete; nosotros descontamos el IVA español de la factura.
    `,
  },
  {
    country: 'US',
    device: 'android',
    referrer: 'https://forum.example/bikepacking',
    pages: ['/guides/bikepacking Bikepacking guide', '/parts/bags Bags'],
    last: 26,
    isUnread: true,
    script: '> do the frame bags fit a 52 cm rove? asking before i order from the US 🙏',
  },
  {
    name: 'Marek',
    country: 'CZ',
    device: 'linux',
    pages: ['/parts/drivetrain Drivetrain', '/parts/drivetrain/cassette-11-34 Cassette 11–34'],
    last: 48,
    agent: 'agent2',
    script: `
      > Will the 11-34 cassette work with a short cage derailleur?
      < Hi Marek, not officially: the short cage is made for up to 30 teeth.
      < Which derailleur do you have exactly? The number is on the inside of the cage.
      > I have to look, the bike is at work
      < Sure, just write here when you know. I keep the conversation open 🙂
    `,
  },
  {
    email: 'j.okafor@example.net',
    country: 'NG',
    device: 'android',
    pages: ['/bikes/kids Kids bikes'],
    last: 2 * HOUR + 20,
    agent: 'admin',
    isUnseen: true,
    script: `
      > Good afternoon. Which size for a girl of 7 years, 124 cm?
      < Good afternoon! At 124 cm the 20 inch model fits, and it will last her for about two years.
      < If her inside leg is under 54 cm, lower the saddle all the way for the first weeks.
    `,
  },
]
