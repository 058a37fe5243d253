import { readFile, writeFile } from 'node:fs/promises'
import type { FileScanner } from '#chat/contracts/file_scanner'
import { FileInfected, FileNotScanned, FileTypeRefused } from '#chat/exceptions/chat_errors'
import type Widget from '#chat/models/widget'
import { cleanFileName } from '#chat/services/attachments/file_name'
import { fileTypeOf, isPicture, type FileType } from '#chat/services/attachments/file_types'
import { headOf, sizeOf } from '#chat/services/attachments/incoming_file'
import type { Pictures } from '#chat/services/attachments/pictures'

/** What is known of a file that may be kept. */
export interface ExaminedFile {
  name: string
  mediaType: string
  /** In bytes, without the metadata that was removed. */
  size: number
  width: number | null
  height: number | null
  /** A file of this machine with a smaller picture of it. */
  previewPath: string | null
}

interface Tools {
  pictures: Pictures
  scanner: FileScanner | null
}

/**
 * Finds out what a file of this machine is and whether it may be kept; a picture is replaced by one without metadata. Where it
 * makes a preview, that is in `<path>.preview`.
 *
 * @throws FileTypeRefused, FileBroken, PictureTooLarge, FileInfected, FileNotScanned
 */
export async function examine(
  path: string,
  name: string,
  { fileTypes }: Pick<Widget, 'fileTypes'>,
  { pictures, scanner }: Tools
): Promise<ExaminedFile> {
  const type = fileTypeOf(await headOf(path), name)
  if (!type || !fileTypes.includes(type.family)) throw new FileTypeRefused()
  if (scanner) await scan(path, scanner)
  const shown = isPicture(type.mediaType) ? await cleanPicture(path, type, pictures) : NO_PICTURE
  const { mediaType } = type
  return { name: cleanFileName(name, type), mediaType, size: await sizeOf(path), ...shown }
}

const NO_PICTURE = { width: null, height: null, previewPath: null }

async function scan(path: string, scanner: FileScanner) {
  const isClean = await scanner.isClean(path).catch((cause: unknown) => {
    throw Object.assign(new FileNotScanned(), { cause })
  })
  if (!isClean) throw new FileInfected()
}

async function cleanPicture(path: string, { mediaType }: FileType, pictures: Pictures) {
  const { width, height, bytes } = pictures.clean(await readFile(path), mediaType)
  await writeFile(path, bytes)
  const preview = await pictures.preview(bytes)
  const previewPath = preview && `${path}.preview`
  if (preview) await writeFile(previewPath!, preview, { mode: 0o600 })
  return { width, height, previewPath }
}
