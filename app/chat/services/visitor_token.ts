import { createHash, randomBytes } from 'node:crypto'

/** A new visitor token: 64 hexadecimal characters that nobody guesses (V1). */
export const mintVisitorToken = () => randomBytes(32).toString('hex')

/** The form in which a token is stored and looked up. */
export const hashVisitorToken = (token: string) => createHash('sha256').update(token).digest('hex')

/** Whether something that came in a header has the form of a token at all. */
export const isVisitorToken = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
