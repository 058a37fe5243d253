import type { AttachmentJson } from '#chat/transformers/json/attachment_json'
import { shape } from '#chat/transformers/api/fields'
import type { Fields } from '#chat/transformers/api/fields'

/** A file of a message, or one that waits to be sent. */
export const attachmentShape = shape(
  'Attachment',
  'A file of a message. Its bytes are at `/files/{id}`.',
  (field: Fields<AttachmentJson>) => ({
    id: field.uuid((file) => file.id),
    name: field.text((file) => file.name),
    media_type: field.text((file) => file.media_type, 'What its bytes say that it is.'),
    size: field.integer((file) => file.size, 'In bytes.'),
    width: field.orNull.integer((file) => file.width, 'Of a picture, in pixels.'),
    height: field.orNull.integer((file) => file.height),
    has_preview: field.boolean((file) => file.has_preview, 'Whether there is a smaller picture.'),
  })
)
