import type { DemoWidget } from '#database/seeders/chat/widgets'

/** What is asked every day and answered in a few words; what stands in braces differs each time. */
export interface Topic {
  widget: DemoWidget
  page: string
  question: string
  answer: string
  thanks: string
}

const shop = (page: string, question: string, answer: string, thanks: string): Topic => ({
  widget: 'shop',
  page,
  question,
  answer,
  thanks,
})

const workshop = (page: string, question: string, answer: string, thanks: string): Topic => ({
  widget: 'workshop',
  page,
  question,
  answer,
  thanks,
})

export const TOPICS: Topic[] = [
  shop(
    '/account/orders',
    'Where is my order {order}? It should have been here on {day}.',
    'It left our warehouse this morning; the carrier says {day}. I have sent you the tracking link.',
    'Found it, thanks!'
  ),
  shop(
    '/bikes/gravel/rove-42',
    'Is the {bike} in size {size} in stock?',
    'Two left in size {size}. Shall I put one aside for you until {day}?',
    'Yes please, I will come by'
  ),
  shop(
    '/returns',
    'How do I send something back from order {order}?',
    'I have just emailed you a label. Any parcel shop takes it; the money is back within three days.',
    'That was easy, thank you'
  ),
  shop(
    '/test-rides',
    'Can I test ride the {bike} on {day}?',
    'Of course. We have it here in {size}; just bring a helmet.',
    'Great, see you then'
  ),
  shop(
    '/parts/drivetrain',
    'Which chain fits the {bike}?',
    'An 11-speed one with 118 links. The one on the page you have open is right.',
    'Perfect, ordered'
  ),
  shop(
    '/checkout',
    'My voucher is not accepted at the checkout',
    'It had expired on {day}. I have made you a new one, valid for two weeks.',
    'Worked, you are the best'
  ),
  shop(
    '/warranty',
    'The saddle clamp of my {bike} creaks. Is that covered?',
    'It is. Please send a photo with the frame number to our service address, and a new one is on its way.',
    'Sent just now'
  ),
  shop(
    '/shipping',
    'What does it cost to ship a {bike}?',
    'A complete bike is 39.00 within the EU, in about six working days.',
    'Good to know'
  ),
  shop(
    '/invoices',
    'I need the invoice for order {order} with our VAT number on it',
    'Done: the corrected one is in your inbox.',
    'Received, many thanks'
  ),
  workshop(
    '/werkstatt/termin',
    'Haben Sie am {tag} noch einen Termin für ein Service frei?',
    'Ja, um 9 Uhr oder um 14 Uhr. Welcher passt Ihnen besser?',
    '9 Uhr, danke!'
  ),
  workshop(
    '/werkstatt/preise',
    'Was kostet ein neuer Schlauch mit Montage?',
    'Hinten 19 €, vorne 15 €, Sie können darauf warten.',
    'Super, ich komme vorbei'
  ),
  workshop(
    '/werkstatt',
    'Ist mein Rad schon fertig? Auftrag {order}',
    'Fast: die Bremsbeläge kommen am {tag}, danach können Sie es abholen.',
    'Alles klar, danke für die Auskunft'
  ),
  workshop(
    '/diensträder',
    'Nehmen Sie auch fremde E-Bikes zur Inspektion?',
    'Ja, alle mit Mittelmotor. Bitte bringen Sie das Ladegerät mit.',
    'Mach ich, bis dann'
  ),
]

/** What the braces stand for. */
export const WORDS: Record<string, string[]> = {
  order: ['23871', '24011', '24105', '24266', '24390', '24417', '24533', '24608', '24720'],
  bike: ['Rove 42', 'Atlas Long', 'Volta S', 'Ada', 'Steel One', 'Terra 29'],
  size: ['S', 'M', 'L', 'XL'],
  day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  tag: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag'],
}

export const FIRST_NAMES = [
  ...['Emily', 'Jack', 'Sarah', 'Adam', 'Nina', 'Paul', 'Laura', 'David', 'Eva', 'Mark', 'Julia'],
  ...['Simon', 'Anna', 'Felix', 'Maya', 'Oscar', 'Lucy', 'Martin', 'Zara', 'Peter', 'Ines', 'Luis'],
]

export const LAST_NAMES = [
  ...['Carter', 'Novak', 'Bauer', 'Singh', 'Moretti', 'Larsen', 'Fuchs', 'Walsh', 'Meyer', 'Costa'],
  ...['Holm', 'Reid', 'Steiner', 'Ahmed', 'Petit', 'Kovacs', 'Leitner', 'Brandt', 'Owens', 'Ricci'],
]

/** What is said with a rating, by stars. */
export const OPINIONS: Record<number, string[]> = {
  5: ['Fast and friendly', 'Exactly what I needed', 'Sehr nett, danke!', 'Perfect', ''],
  4: ['Good answer', 'Helped me', ''],
  3: ['Took a while', ''],
  2: ['Had to wait too long', 'Did not really answer my question'],
  1: ['Waited for ages'],
}
