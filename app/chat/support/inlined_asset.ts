import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { builtFile } from '#chat/support/package_files'

/** A built script or stylesheet that stands inside a page. */
export interface InlinedAsset {
  text: string
  /** What a Content-Security-Policy names it by. */
  source: string
}

const NOTHING: InlinedAsset = { text: '', source: "'none'" }

/** By address: the name carries a hash of what is in the file. */
const read = new Map<string, InlinedAsset>()

/**
 * The text of a built file, by its address, as it may stand inside an element of a page, and its hash for the
 * page's policy; nothing before the first build.
 *
 * @throws Error when the build names a file that is not there
 */
export function inlinedAsset(address: string | undefined): InlinedAsset {
  if (!address) return NOTHING
  const known = read.get(address)
  if (known) return known
  const path = builtFile(`assets/${basename(address)}`)
  const asset = inlinedText(readFileSync(path, 'utf8'))
  read.set(address, asset)
  return asset
}

/** A script or stylesheet, as it may stand inside an element of a page, with its hash for the page's policy. */
export function inlinedText(source: string): InlinedAsset {
  const text = withoutEndTags(source)
  const hash = createHash('sha256').update(text).digest('base64')
  return { text, source: `'sha256-${hash}'` }
}

/** In strings and comments, where alone they can be, these mean the same. */
const withoutEndTags = (text: string) =>
  text.replace(/<\/(script|style)/gi, '<\\/$1').replaceAll('<!--', '<\\!--')
