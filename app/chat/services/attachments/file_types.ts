import type { FileFamily } from '#chat/services/attachments/file_families'
import {
  all,
  any,
  begins,
  has,
  isMp4,
  isText,
  isZip,
  type Signature,
} from '#chat/services/attachments/file_signatures'

/** One kind of file that can be sent. */
export interface FileType {
  mediaType: string
  family: FileFamily
  /** Without the dot; a file's name ends with one of them, the first where it did not. */
  extensions: readonly string[]
  /** Whether the first bytes of a file are of this kind. */
  isIn: Signature
  /** Other kinds begin with the same bytes: the name has to have one of the extensions. */
  isByName?: true
}

/** A document of Word, Excel or PowerPoint is a ZIP that says so in its first entries. */
const office = (extension: string, name: string): FileType => ({
  mediaType: `application/vnd.openxmlformats-officedocument.${name}`,
  family: 'documents',
  extensions: [extension],
  isIn: all(isZip, any(has('[Content_Types].xml'), has('_rels/'), has('docProps/'))),
  isByName: true,
})

const openDocument = (extension: string, name: string): FileType => ({
  mediaType: `application/vnd.oasis.opendocument.${name}`,
  family: 'documents',
  extensions: [extension],
  isIn: all(isZip, begins(`mimetypeapplication/vnd.oasis.opendocument.${name}`, 30)),
})

/** Older documents of Office, which begin alike. */
const compound = (extension: string, mediaType: string): FileType => ({
  mediaType,
  family: 'documents',
  extensions: [extension],
  isIn: begins('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
  isByName: true,
})

const plain = (mediaType: string, ...extensions: string[]): FileType => ({
  mediaType,
  family: 'documents',
  extensions,
  isIn: isText,
  isByName: true,
})

/** Every kind of file that can be sent, and no other: no markup, no scripts, no programs. The first that fits counts. */
export const FILE_TYPES: readonly FileType[] = [
  {
    mediaType: 'image/jpeg',
    family: 'pictures',
    extensions: ['jpg', 'jpeg'],
    isIn: begins('\xff\xd8\xff'),
  },
  {
    mediaType: 'image/png',
    family: 'pictures',
    extensions: ['png'],
    isIn: begins('\x89PNG\r\n\x1a\n'),
  },
  {
    mediaType: 'image/gif',
    family: 'pictures',
    extensions: ['gif'],
    isIn: any(begins('GIF87a'), begins('GIF89a')),
  },
  {
    mediaType: 'image/webp',
    family: 'pictures',
    extensions: ['webp'],
    isIn: all(begins('RIFF'), begins('WEBP', 8)),
  },
  {
    mediaType: 'application/pdf',
    family: 'documents',
    extensions: ['pdf'],
    isIn: begins('%PDF-'),
  },
  office('docx', 'wordprocessingml.document'),
  office('xlsx', 'spreadsheetml.sheet'),
  office('pptx', 'presentationml.presentation'),
  openDocument('odt', 'text'),
  openDocument('ods', 'spreadsheet'),
  openDocument('odp', 'presentation'),
  compound('doc', 'application/msword'),
  compound('xls', 'application/vnd.ms-excel'),
  compound('ppt', 'application/vnd.ms-powerpoint'),
  {
    mediaType: 'application/rtf',
    family: 'documents',
    extensions: ['rtf'],
    isIn: begins('{\\rtf'),
  },
  plain('text/plain', 'txt', 'log', 'md'),
  plain('text/csv', 'csv'),
  plain('text/calendar', 'ics'),
  plain('text/vcard', 'vcf'),
  {
    mediaType: 'audio/mpeg',
    family: 'media',
    extensions: ['mp3'],
    isIn: any(begins('ID3'), begins('\xff\xfb'), begins('\xff\xf3'), begins('\xff\xf2')),
  },
  { mediaType: 'audio/mp4', family: 'media', extensions: ['m4a'], isIn: isMp4('M4A ,M4B ') },
  {
    mediaType: 'audio/wav',
    family: 'media',
    extensions: ['wav'],
    isIn: all(begins('RIFF'), begins('WAVE', 8)),
  },
  {
    mediaType: 'audio/ogg',
    family: 'media',
    extensions: ['ogg', 'oga', 'opus'],
    isIn: begins('OggS'),
  },
  {
    mediaType: 'video/mp4',
    family: 'media',
    extensions: ['mp4', 'm4v'],
    isIn: isMp4('isom,iso2,iso4,iso5,iso6,mp41,mp42,avc1,M4V ,dash,mmp4,3gp4,3gp5'),
  },
  { mediaType: 'video/quicktime', family: 'media', extensions: ['mov'], isIn: isMp4('qt  ') },
  {
    mediaType: 'video/webm',
    family: 'media',
    extensions: ['webm'],
    isIn: all(begins('\x1a\x45\xdf\xa3'), has('webm')),
  },
  { mediaType: 'application/zip', family: 'archives', extensions: ['zip'], isIn: isZip },
  {
    mediaType: 'application/x-7z-compressed',
    family: 'archives',
    extensions: ['7z'],
    isIn: begins("7z\xbc\xaf'\x1c"),
  },
  {
    mediaType: 'application/gzip',
    family: 'archives',
    extensions: ['gz', 'tgz'],
    isIn: begins('\x1f\x8b'),
  },
]

/** The part of a name behind its last dot, in lower case; empty without one. */
export const extensionOf = (name: string) => /\.([^./\\]+)$/.exec(name)?.[1].toLowerCase() ?? ''

/** What a file is by its first bytes, and by its name where these leave a choice; null for anything that is not on the list. */
export function fileTypeOf(head: Buffer, name: string): FileType | null {
  const extension = extensionOf(name)
  const fits = (type: FileType) =>
    (!type.isByName || type.extensions.includes(extension)) && type.isIn(head)
  return FILE_TYPES.find(fits) ?? null
}

/** Pictures that browsers may show within a page: those whose metadata is removed. */
export const isPicture = (mediaType: string) => mediaType.startsWith('image/')

/** The extensions and media types of these families, as a file picker takes them. */
export function acceptedTypes(families: readonly FileFamily[]): string {
  const accepted = FILE_TYPES.filter(({ family }) => families.includes(family))
  return [
    ...new Set(accepted.flatMap(({ extensions }) => extensions.map((each) => `.${each}`))),
  ].join()
}
