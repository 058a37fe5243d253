/**
 * The link that writes to one address only: what a visitor claims may hold `?bcc=…`,
 * which is legal in an address, and which a mail program would take for a part of the link.
 */
export function mailto(address: string) {
  return `mailto:${encodeURIComponent(address).replace('%40', '@')}`
}
