import type { ContactDetails } from '#chat/models/contact_details'
import { foundName } from '#chat/services/visitors/noticed/found_names'
import { foundPhone, mayHoldPhone } from '#chat/services/visitors/noticed/found_phones'

const EMAIL =
  /(?<![\w.%+-])[\w.%+-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,8}[a-z]{2,24}(?![\w-])/iu

/** Whether it is worth looking closer: most messages have none of it. */
export const mayHoldContacts = (text: string) =>
  text.includes('@') || mayHoldPhone(text) || foundName(text) !== null

/**
 * The contact details that the author of a text gives of themselves; none for most texts.
 *
 * @param country two letters, for numbers without an international prefix
 */
export async function foundContacts(text: string, country: string | null): Promise<ContactDetails> {
  const found: ContactDetails = {}
  const [email] = EMAIL.exec(text) ?? []
  const phone = await foundPhone(email ? text.replace(email, ' ') : text, country)
  const name = foundName(text)
  if (email) found.email = email.replace(/^\.+/, '')
  if (phone) found.phone = phone
  if (name) found.name = name
  return found
}
