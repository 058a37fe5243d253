import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Who may use the bucket. */
export interface S3Key {
  accessKeyId: string
  secretAccessKey: string
}

interface Signed {
  credential: string
  signedHeaders: string
  signature: string
  /** As `20260131T120000Z`. */
  date: string
  payload: string
  query: string
}

const ALGORITHM = 'AWS4-HMAC-SHA256'
const UNSIGNED = 'UNSIGNED-PAYLOAD'

const sha256 = (value: string | Buffer) => createHash('sha256').update(value).digest('hex')
const hmac = (key: string | Buffer, value: string) =>
  createHmac('sha256', key).update(value).digest()

/** Milliseconds of a moment as AWS writes it. */
const timeOf = (date: string) =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

/**
 * Why a request is not signed as AWS asks (Signature Version 4), by its headers or in its address; null for a good
 * one.
 *
 * @param now in milliseconds
 */
export function refusalOf(request: IncomingMessage, key: S3Key, now: number): string | null {
  const [path, query = ''] = request.url!.split('?')
  const asked = new URLSearchParams(query)
  const signed = asked.has('X-Amz-Signature')
    ? signedAddress(query, asked)
    : signedHeaders(request, query)
  if (!signed) return 'AccessDenied'
  const [accessKeyId, ...scope] = signed.credential.split('/')
  if (accessKeyId !== key.accessKeyId) return 'InvalidAccessKeyId'
  const lifetime = Number(asked.get('X-Amz-Expires') ?? 900) * 1000
  if (now > timeOf(signed.date) + lifetime) return 'AccessDenied'
  const names = signed.signedHeaders.split(';')
  const canonical = [
    ...[request.method, path, signed.query],
    ...names.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}`),
    ...['', signed.signedHeaders, signed.payload],
  ].join('\n')
  const toSign = [ALGORITHM, signed.date, scope.join('/'), sha256(canonical)].join('\n')
  const signingKey = scope.reduce<string | Buffer>(hmac, `AWS4${key.secretAccessKey}`)
  const expected = hmac(signingKey, toSign).toString('hex')
  return expected === signed.signature ? null : 'SignatureDoesNotMatch'
}

function signedAddress(query: string, asked: URLSearchParams): Signed {
  const rest = query.split('&').filter((pair) => !pair.startsWith('X-Amz-Signature='))
  return {
    credential: asked.get('X-Amz-Credential')!,
    signedHeaders: asked.get('X-Amz-SignedHeaders')!,
    signature: asked.get('X-Amz-Signature')!,
    date: asked.get('X-Amz-Date')!,
    payload: UNSIGNED,
    query: rest.sort().join('&'),
  }
}

function signedHeaders({ headers }: IncomingMessage, query: string): Signed | null {
  const { authorization = '' } = headers
  const parts = /Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(authorization)
  if (!parts) return null
  const [, credential, names, signature] = parts
  return {
    ...{ credential, signature, signedHeaders: names },
    date: String(headers['x-amz-date']),
    payload: String(headers['x-amz-content-sha256']),
    query: query.split('&').sort().join('&'),
  }
}
