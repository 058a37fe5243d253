import type { MessageFacts } from '#chat/models/facts'
import { isPicture } from '#chat/services/attachments/file_types'
import { filesOf } from '#chat/services/attachments/sent_files'
import { chatUrl } from '#chat/support/chat_url'
import { catalogue } from '#chat/texts/catalogue'
import { fileSize } from '#chat/texts/file_size'
import type { AttachmentJson } from '#chat/transformers/json/attachment_json'

/** Without a preview, larger pictures are only named. */
const SHOWN_WHOLE = 1_000_000

/** The files of a message as the thread shows them: small pictures, and names to save the others by. */
export const presentFiles = (message: Pick<MessageFacts, 'metadata'>) =>
  filesOf(message).map(presentFile)

function presentFile(file: AttachmentJson) {
  const url = chatUrl('chat.inbox.files.show', { file: file.id })
  const opens = isPicture(file.media_type)
  const isShown = opens && (file.has_preview || file.size <= SHOWN_WHOLE)
  return {
    name: file.name,
    size: fileSize(file.size, catalogue().locale),
    url,
    /** Pictures open; other files are saved. */
    opens,
    /** The address of the picture that is shown instead of the name. */
    picture: isShown ? (file.has_preview ? `${url}?preview=1` : url) : null,
  }
}
