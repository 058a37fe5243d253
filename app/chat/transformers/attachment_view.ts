import type Attachment from '#chat/models/attachment'
import type { AttachmentJson } from '#chat/transformers/json/attachment_json'

/** What anyone who may read its message sees of a file. */
export const attachmentView = (file: Attachment): AttachmentJson => ({
  id: file.externalId,
  name: file.name,
  media_type: file.mediaType,
  size: file.size,
  width: file.width,
  height: file.height,
  has_preview: Boolean(file.hasPreview),
})
