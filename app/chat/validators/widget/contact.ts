import { errors } from '#chat/validators/vine'
import type Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'
import { text } from '#chat/texts/text'

interface Contact {
  name?: string | null
  email?: string | null
}

/**
 * Required fields must be filled in (W6): refuses the first message of a visitor who has given less than
 * the widget demands, as the form in the browser does.
 */
export function requireContact(widget: Widget, visitor: Visitor, given: Contact) {
  if (!widget.contactRequired) return
  const missing = [
    widget.collectName &&
      !given.name &&
      !visitor.name &&
      complaint('name', text('validation.contact.name')),
    widget.collectEmail &&
      !given.email &&
      !visitor.email &&
      complaint('email', text('validation.contact.email')),
  ].filter(Boolean)
  if (missing.length) throw new errors.E_VALIDATION_ERROR(missing)
}

const complaint = (field: keyof Contact, message: string) => ({ field, rule: 'required', message })
