import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { compressText, ENCODINGS } from '../../../../app/chat/support/compressed_text.js'
import { SUFFIXES, isCompressible } from '../../../../app/chat/support/precompressed.js'

/** These stand inside their pages, which are compressed whole. */
const INLINED = /^assets\/(widget|link)-/

/** Puts a brotli and a gzip twin beside each built text file, so that serving one costs no time. */
export const precompressed: Plugin = {
  name: 'chat:precompressed',
  async writeBundle({ dir }, bundle) {
    const files = Object.keys(bundle).filter(
      (file) => file.startsWith('assets/') && !INLINED.test(file) && isCompressible(file)
    )
    await Promise.all(files.map((file) => compressFile(join(dir!, file))))
  },
}

async function compressFile(path: string) {
  const text = await readFile(path)
  await Promise.all(
    ENCODINGS.map(async (encoding) =>
      writeFile(path + SUFFIXES[encoding], await compressText(text, encoding))
    )
  )
}
