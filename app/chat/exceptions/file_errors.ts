import { chatError } from '#chat/exceptions/chat_error'

const aboutFile = (rule: string) => ({ field: 'file', rule })

/** Visitors of this widget may not send files. */
export const FilesOff = chatError('errors.files.off', 'E_CHAT_FILES_OFF', 403)

/** There is no such file, or it is not for this reader. */
export const FileNotFound = chatError('errors.files.not_found', 'E_CHAT_FILE_NOT_FOUND', 404)

/** A message names a file that its sender has not uploaded, or has sent before. */
export const FileNotSendable = chatError(
  'errors.files.not_sendable',
  'E_CHAT_FILE_NOT_SENDABLE',
  422,
  { field: 'attachments', rule: 'exists' }
)

/** A file is larger than the widget accepts; the list names the megabytes. */
export const FileTooLarge = chatError(
  'errors.files.too_large',
  'E_CHAT_FILE_TOO_LARGE',
  413,
  aboutFile('maxSize')
)

/** A file has no bytes. */
export const FileEmpty = chatError(
  'errors.files.empty',
  'E_CHAT_FILE_EMPTY',
  422,
  aboutFile('required')
)

/** A file is of no kind that the widget accepts, whatever its name says. */
export const FileTypeRefused = chatError(
  'errors.files.type',
  'E_CHAT_FILE_TYPE',
  422,
  aboutFile('type')
)

/** A picture cannot be read to its end. */
export const FileBroken = chatError(
  'errors.files.broken',
  'E_CHAT_FILE_BROKEN',
  422,
  aboutFile('picture')
)

/** A picture has more pixels than a browser should decode. */
export const PictureTooLarge = chatError(
  'errors.files.pixels',
  'E_CHAT_PICTURE_TOO_LARGE',
  422,
  aboutFile('pixels')
)

/** A scanner has found malware in a file. */
export const FileInfected = chatError(
  'errors.files.infected',
  'E_CHAT_FILE_INFECTED',
  422,
  aboutFile('infected')
)

/** The scanner gives no verdict; the file may be sent again. */
export const FileNotScanned = chatError('errors.files.not_scanned', 'E_CHAT_FILE_NOT_SCANNED', 503)

/** The store of files is away; what was asked for may be asked again. */
export const FilesAway = chatError('errors.files.away', 'E_CHAT_FILES_AWAY', 503)

/** Too many files wait to be sent. */
export const TooManyFiles = chatError('errors.files.too_many', 'E_CHAT_TOO_MANY_FILES', 409)

/** The body of an upload is no file as it is. */
export const FileNotReadable = chatError(
  'errors.files.not_readable',
  'E_CHAT_FILE_NOT_READABLE',
  415
)
