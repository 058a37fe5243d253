import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { HttpContext } from '@adonisjs/core/http'
import { acceptedEncoding } from '#chat/support/accepted_encoding'
import { builtFile } from '#chat/support/package_files'
import { isCompressible, SUFFIXES } from '#chat/support/precompressed'

/**
 * The module's built browser files, as the build has compressed them. Their names carry a hash of what is in
 * them, so they never change.
 */
export default class AssetsController {
  async show({ params, request, response }: HttpContext) {
    const path = builtFile(`assets/${params.file}`)
    const encoding = isCompressible(params.file) ? acceptedEncoding(request) : null
    const encoded = encoding && (await readIfThere(path + SUFFIXES[encoding]))
    const file = encoded ?? (await readIfThere(path))
    response.header('X-Content-Type-Options', 'nosniff')
    if (!file) return this.#missing(response)

    if (encoded) response.header('Content-Encoding', encoding!)
    response.vary('Accept-Encoding')
    response.header('Cache-Control', 'public, max-age=31536000, immutable')
    response.header('Cross-Origin-Resource-Policy', 'cross-origin')
    response.type(extname(path))
    return response.send(file, true)
  }

  /** A deployment may be about to bring the file: its absence is kept by no cache. */
  #missing(response: HttpContext['response']) {
    response.header('Cache-Control', 'no-store')
    response.header('Content-Security-Policy', "default-src 'none'")
    return response.status(404).send('Not found')
  }
}

function readIfThere(path: string): Promise<Buffer | null> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}
