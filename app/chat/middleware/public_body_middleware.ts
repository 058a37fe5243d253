import BodyParserMiddleware from '@adonisjs/core/bodyparser_middleware'
import { defineConfig } from '@adonisjs/core/bodyparser'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import {
  isReadableCharset,
  unreadableBody,
  unreadableCharset,
} from '#chat/exceptions/unreadable_body'
import { replaceNul } from '#chat/support/nul_characters'
import { surviveDecompressors } from '#chat/support/surviving_decompressors'

const CONFIG = defineConfig({
  allowedMethods: ['POST'],
  form: {
    convertEmptyStringsToNull: true,
    trimWhitespaces: true,
    limit: '64kb',
    types: ['application/x-www-form-urlencoded'],
  },
  json: {
    convertEmptyStringsToNull: true,
    trimWhitespaces: true,
    limit: '64kb',
    types: ['application/json'],
  },
  raw: { types: [] },
  multipart: {
    autoProcess: false,
    convertEmptyStringsToNull: true,
    processManually: [],
    limit: '64kb',
    types: [],
  },
})

/**
 * Reads the body of an admitted visitor's request: a website can read the refusal of an unreadable body (400, 413 or
 * 415), and the body of a refused request is never parsed.
 */
export default class PublicBodyMiddleware {
  #parser = new BodyParserMiddleware(CONFIG)

  async handle(ctx: HttpContext, next: NextFn) {
    if (!ctx.request.hasBody()) return next()
    if (!isReadableCharset(ctx.request.header('content-type'))) throw unreadableCharset()
    surviveDecompressors(ctx.request.request)

    let isRead = false
    const readOn = () => {
      isRead = true
      ctx.request.updateBody(replaceNul(ctx.request.body(), ''))
      return next()
    }
    return this.#parser.handle(ctx, readOn).catch((error) => {
      throw isRead ? error : unreadableBody(error)
    })
  }
}
