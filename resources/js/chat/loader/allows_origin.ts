/**
 * Whether a website may carry the widget; the same rule as the server's. An empty list lets everybody in, an
 * entry is an origin or a domain, `*.` stands for what is below the domain, a port counts when it is named.
 */
export function allowsOrigin(entries: string[], origin: string) {
  const host = origin.replace(/.*\//, '')

  return (
    !entries[0] ||
    // An entry can only equal the one of the three that it has the form of
    [origin, host, host.replace(/:.*/, '')].some((subject) =>
      entries.some((entry) => {
        const [head, tail] = entry.split('*')
        return subject === entry || (tail && subject.startsWith(head) && subject.endsWith(tail))
      })
    )
  )
}
