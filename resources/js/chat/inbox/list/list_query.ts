const NAMES = ['filter', 'widget', 'label', 'agent', 'priority', 'sort', 'q']

/** The filters of the list, from an address or a form, in the server's notation. */
export function listQuery(source: URLSearchParams | FormData): string {
  const query = new URLSearchParams()
  const whole = source.get('q') ? 'all' : 'open'
  for (const name of NAMES) {
    const value = String(source.get(name) ?? '') || (name === 'filter' ? whole : '')
    if (value) query.set(name, value)
  }
  return query.toString()
}
