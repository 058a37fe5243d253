/** The form in which addresses are compared: trimmed and lower-case. */
export function normalizeEmail(address: string) {
  return address.trim().toLowerCase()
}

/** What stands before the `@`: a name of last resort. */
export function localPart(address: string) {
  return address.trim().split('@')[0]
}
