import type { IncomingMessage, ServerResponse } from 'node:http'

const BODY = JSON.stringify({ errors: [{ message: 'The address is not encoded as UTF-8' }] })

/** Answers 400 to an address that cannot be decoded, such as `/%ff`: no route can be found for it. */
export function answerBadUrl(_request: IncomingMessage, response: ServerResponse) {
  response.writeHead(400, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(BODY),
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  })
  response.end(BODY)
}
