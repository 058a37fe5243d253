import type { FileScanner } from '#chat/contracts/file_scanner'
import type { FileStore } from '#chat/contracts/file_store'

/** Files that visitors and agents send. */
export interface FilesConfig {
  /**
   * What keeps the files that visitors and agents send: `ownFiles()`, or any `FileStore`. Web processes on several
   * machines need a store that all of them reach.
   */
  store: () => Promise<FileStore>
  /** What looks into a file before it is kept, such as `clamdScanner()`; null keeps files without it. */
  scanner: () => Promise<FileScanner | null>
  /** The most pixels of a picture, width by height: larger ones are refused before anything decodes them. */
  maxPixels: number
  /** Hours after which an uploaded file that was not sent is deleted. */
  unsentHours: number
}
