import { Exception } from '@adonisjs/core/exceptions'

/** The sender can send something else: what is wrong with a body is never a failure of this server. */
interface Refusal {
  status: number
  code: string
  message: string
}

const TOO_LARGE: Refusal = {
  status: 413,
  code: 'E_REQUEST_ENTITY_TOO_LARGE',
  message: 'The body is too large',
}

const ENCODING: Refusal = {
  status: 415,
  code: 'E_ENCODING_UNSUPPORTED',
  message: 'Send the body with Content-Encoding gzip, deflate or br, or with none',
}

const CHARSET: Refusal = {
  status: 415,
  code: 'E_CHARSET_UNSUPPORTED',
  message: 'Send the body in UTF-8',
}

const NOT_UNPACKED: Refusal = {
  status: 400,
  code: 'E_BODY_ENCODING',
  message: 'The body is not what its Content-Encoding says',
}

const NO_JSON: Refusal = {
  status: 400,
  code: 'E_BODY_NOT_JSON',
  message: 'The body is not a JSON object',
}

const noJson = (reason: string) => ({
  ...NO_JSON,
  message: `The body is not valid JSON: ${reason}`,
})

const UNREADABLE: Refusal = {
  status: 400,
  code: 'E_BODY_NOT_READABLE',
  message: 'The body cannot be read',
}

/** Codes of Node's decompressors: those of zlib, and those of brotli. */
const DECOMPRESSION = /^(Z_[A-Z]+_ERROR|ERR__ERROR_|ERR_BROTLI|ERR_ZLIB|ERR_BUFFER_TOO_LARGE)/

interface BodyError {
  status?: number
  code?: string
  /** The text that was no JSON. */
  body?: unknown
}

const refuse = ({ message, status, code }: Refusal, cause?: unknown) =>
  new Exception(message, { status, code, cause })

/** Refuses a body in an alphabet that the parser would misread. */
export const unreadableCharset = () => refuse(CHARSET)

/** Turns an error of the body parser into a refusal: 400, 413 or 415, in words for the sender. */
export function unreadableBody(error: unknown): Exception {
  const { status, code, body } = (error ?? {}) as BodyError
  if (status === 413) return refuse(TOO_LARGE, error)
  if (status === 415) return refuse(ENCODING, error)
  if (code && DECOMPRESSION.test(code)) return refuse(NOT_UNPACKED, error)
  if (error instanceof SyntaxError) return refuse(noJson(error.message), error)
  if (status === 422 || body !== undefined) return refuse(NO_JSON, error)
  return refuse(UNREADABLE, error)
}

const CHARSET_NAME = /;\s*charset\s*=\s*"?([^\s;"]+)/i
const READABLE_CHARSETS = /^(utf-?8|us-ascii)$/i

/** Whether the parser reads a body with this `Content-Type` as its sender means it. */
export function isReadableCharset(contentType = '') {
  const [, charset] = CHARSET_NAME.exec(contentType) ?? []
  return charset === undefined || READABLE_CHARSETS.test(charset)
}
