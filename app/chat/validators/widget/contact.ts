import { errors } from '@vinejs/vine'
import type Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'

interface Contact {
  name?: string | null
  email?: string | null
}

/**
 * What is asked must be answered (W6): refuses a first message of somebody who has told less than
 * the widget demands, as the form in the browser does.
 */
export function requireContact(widget: Widget, visitor: Visitor, told: Contact) {
  if (!widget.contactRequired) return
  const missing = [
    widget.collectName &&
      !told.name &&
      !visitor.name &&
      complaint('name', 'Please tell us your name'),
    widget.collectEmail &&
      !told.email &&
      !visitor.email &&
      complaint('email', 'Please tell us your e-mail address'),
  ].filter(Boolean)
  if (missing.length) throw new errors.E_VALIDATION_ERROR(missing)
}

const complaint = (field: keyof Contact, message: string) => ({ field, rule: 'required', message })
