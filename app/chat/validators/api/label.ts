import vine from '#chat/validators/vine'
import { MAX_LABELS_OF_CONVERSATION } from '#chat/services/labels/label_attributes'
import { isNamed } from '#chat/validators/api/named'
import { reference } from '#chat/validators/api/reference'
import { labelColor, labelName } from '#chat/validators/settings/label'

export const newLabelValidator = vine.create({ name: labelName(), color: labelColor() })

/** Changes of a label; omitted fields stay. */
export const labelChangesValidator = vine.create({
  name: labelName().optional().requiredWhen(isNamed),
  color: labelColor().optional().requiredWhen(isNamed),
})

/** All labels of a conversation. */
export const conversationLabelsValidator = vine.create({
  labels: vine.array(reference()).maxLength(MAX_LABELS_OF_CONVERSATION).distinct(),
})

export const conversationLabelValidator = vine.create({ label: reference() })
