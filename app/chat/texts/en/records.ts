/** The page with all that the chat keeps about a visitor. */
export const records = {
  title: 'Chat data about {name}',
  name: 'Name',
  email: 'Email',
  phone: 'Phone',
  verified_id: 'ID on the website',
  ip: 'IP address',
  browser: 'Browser',
  country: 'Country',
  referrer: 'Came from',
  first_seen: 'First visit',
  last_seen: 'Last visit',
  consent: 'Consent',
  consent_given: 'Version {version}, {moment}',
  rating: 'Rated {rating}/5',
  internal: 'Not shown to the visitor',
  pages: 'Pages',
} as const
