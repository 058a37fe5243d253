import vine from '#chat/validators/vine'
import { PRIORITIES } from '#chat/models/conversation'
import { MAX_BULK } from '#chat/services/conversations/bulk_actions'
import { labelName } from '#chat/validators/settings/label'
import { cleaned, text } from '#chat/validators/text'

const uuid = () => vine.string().uuid()

export const viewName = () => text(60)

const ids = () => vine.array(uuid()).minLength(1).maxLength(MAX_BULK).distinct()

export const priorityValidator = vine.create({ priority: vine.enum(PRIORITIES) })

/** A preset, or a time. */
export const snoozeValidator = vine.create({ until: vine.string().maxLength(40) })

export const MAX_SUBJECT_LENGTH = 190

/** An empty subject removes it. */
export const subject = () =>
  vine
    .string()
    .parse((value) => (value === '' ? null : cleaned(value)))
    .maxLength(MAX_SUBJECT_LENGTH)
    .nullable()

export const subjectValidator = vine.create({ subject: subject() })

/** A label by its id, or by a name that may be new. */
export const addLabelValidator = vine.create({
  label: uuid().optional().requiredIfMissing('name'),
  name: labelName().optional(),
})

export const removeLabelValidator = vine.create({ label: uuid() })

export const viewValidator = vine.create({ name: viewName(), shared: vine.boolean().optional() })

export const viewNameValidator = vine.create({ name: viewName() })

export const bulkValidator = vine.create({ ids: ids() })

/** A user's id, `me`, or no value for unassigned. */
export const bulkAssignValidator = vine.create({
  ids: ids(),
  value: vine.string().maxLength(64).nullable(),
})

export const bulkPriorityValidator = vine.create({ ids: ids(), value: vine.enum(PRIORITIES) })

export const bulkLabelValidator = vine.create({ ids: ids(), value: uuid() })
