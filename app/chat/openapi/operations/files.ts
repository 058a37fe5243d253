import { file, nothing, one, plain, type Operations } from '#chat/openapi/operation'
import { attachmentShape } from '#chat/transformers/api/attachment'
import { fileValidator, uploadValidator } from '#chat/validators/widget/file'

/** Why a file is not kept now, besides what it is. */
const REFUSALS = {
  E_CHAT_TOO_MANY_FILES: 409,
  E_CHAT_FILE_NOT_SCANNED: 503,
  E_CHAT_FILES_AWAY: 503,
} as const

const HOW =
  'The body is the file as it is, as application/octet-stream. What it is, is found out by its first bytes; of a picture, ' +
  'metadata such as the place is removed. The same `upload_id` is kept once. Send a message that names the file in ' +
  '`attachments` within a day: what is not sent is deleted.'

const BYTES =
  'Pictures may be shown; everything else is to be saved. With `preview` a smaller picture, where there is one.'

/** Files of conversations. */
export const fileOperations: Operations = {
  'conversations.files.store': {
    tag: 'Messages',
    summary: 'Upload a file',
    description: HOW,
    query: uploadValidator,
    takesFile: true,
    responses: {
      200: one(attachmentShape, 'It was kept before.'),
      201: one(attachmentShape, 'The file.'),
    },
    refusals: REFUSALS,
  },
  'files.show': {
    tag: 'Messages',
    summary: 'Get a file',
    description: BYTES,
    query: fileValidator,
    responses: { 200: file('Its bytes, with its own media type.') },
    refusals: { E_CHAT_FILES_AWAY: 503 },
  },
}

const tag = 'Visitors’ side'

/** Files of visitors. */
export const publicFileOperations: Operations = {
  'widget.files.store': {
    tag,
    summary: 'Upload a file',
    description: HOW,
    query: uploadValidator,
    takesFile: true,
    responses: {
      200: plain('VisitorFile', 'It was kept before.'),
      201: plain('VisitorFile', 'The file.'),
    },
    refusals: REFUSALS,
  },
  'widget.files.show': {
    tag,
    summary: 'Get a file of one’s conversations',
    description: BYTES,
    query: fileValidator,
    responses: { 200: file('Its bytes, with its own media type.') },
    refusals: { E_CHAT_FILES_AWAY: 503 },
  },
  'widget.files.address': {
    tag,
    summary: 'Get the address to save a file from',
    description:
      'Of the bucket in which it is kept, where there is one; good for a short while, for everyone who has it.',
    responses: { 200: plain('VisitorFileAddress', 'The address.') },
    refusals: { E_CHAT_FILES_AWAY: 503 },
  },
  'widget.files.destroy': {
    tag,
    summary: 'Delete a file that was not sent',
    description: 'One that was sent stays.',
    responses: { 204: nothing() },
  },
}
