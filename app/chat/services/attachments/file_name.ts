import { extensionOf, type FileType } from '#chat/services/attachments/file_types'

/** The longest name without its extension, in characters. */
const LONGEST = 120

/** What a name must not have on any system: control and formatting characters, which can turn a name around, and separators. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}<>:"/\\|?*]/gu

/**
 * The name under which a file is kept and saved: without a path, in one line, and with an extension of what it is, so
 * that no system opens it as something else.
 */
export function cleanFileName(name: string, { extensions }: FileType): string {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1)!
  const extension = extensionOf(last)
  const isKnown = extensions.includes(extension)
  const bare = extension ? last.slice(0, -extension.length - 1) : last
  const clean = bare
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const shown = [...clean].slice(0, LONGEST).join('').trim() || 'file'
  return `${shown}.${isKnown ? extension : extensions[0]}`
}

/** The `Content-Disposition` of a file that is to be saved, or shown by a browser (RFC 8187). */
export const savedAs = (name: string, kind: 'attachment' | 'inline' = 'attachment') =>
  `${kind}; filename*=UTF-8''${encoded(name)}`

const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)
