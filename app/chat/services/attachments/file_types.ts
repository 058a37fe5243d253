/** What a widget may accept, as its settings name it. */
export const FILE_FAMILIES = ['pictures', 'documents', 'media', 'archives'] as const

export type FileFamily = (typeof FILE_FAMILIES)[number]

/** One kind of file that can be sent. */
export interface FileType {
  mediaType: string
  family: FileFamily
  /** Without the dot; a file's name ends with one of them, the first where it did not. */
  extensions: readonly string[]
  /** Whether the first bytes of a file are of this kind. */
  isIn(head: Buffer): boolean
  /** Other kinds begin with the same bytes: the name has to have one of the extensions. */
  isByName?: true
}

/** How many bytes of a file decide what it is. */
export const HEAD_BYTES = 4096

const begins = (bytes: string, at = 0) => {
  const wanted = Buffer.from(bytes, 'latin1')
  return (head: Buffer) => head.subarray(at, at + wanted.length).equals(wanted)
}

const all =
  (...tests: FileType['isIn'][]) =>
  (head: Buffer) =>
    tests.every((test) => test(head))

const any =
  (...tests: FileType['isIn'][]) =>
  (head: Buffer) =>
    tests.some((test) => test(head))

const has = (bytes: string) => (head: Buffer) => head.includes(bytes, 0, 'latin1')

const isZip = begins('PK\x03\x04')

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

/** Tab, line feed, vertical tab, form feed, carriage return, escape. */
const TEXT_CONTROLS = [9, 10, 11, 12, 13, 27]

/** Text has no mark of its own, and no byte that text cannot have. */
const isText = (head: Buffer) => !head.some((byte) => byte < 32 && !TEXT_CONTROLS.includes(byte))

const plain = (mediaType: string, ...extensions: string[]): FileType => ({
  mediaType,
  family: 'documents',
  extensions,
  isIn: isText,
  isByName: true,
})

/** The brands of an MP4 container; pictures have others, whose metadata the chat could not remove. */
const isMp4 = (brands: string) => (head: Buffer) =>
  begins('ftyp', 4)(head) && brands.split(',').includes(head.toString('latin1', 8, 12))

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
