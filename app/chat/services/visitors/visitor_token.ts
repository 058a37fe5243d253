import { createHash, randomBytes } from 'node:crypto'

/** A new visitor token: 64 random hexadecimal characters (V1). */
export const mintVisitorToken = () => randomBytes(32).toString('hex')

/** The form in which a token is stored and looked up. */
export const hashVisitorToken = (token: string) => createHash('sha256').update(token).digest('hex')

/**
 * A key that can only revoke a token, so that a browser may keep it after discarding the token: the token cannot be
 * derived from its hash.
 */
export const endKeyOf = (visitor: {
  tokenHash: string
  link?: { sessionHash: string }
  session?: { tokenHash: string }
}) => visitor.link?.sessionHash ?? visitor.session?.tokenHash ?? visitor.tokenHash

/** Whether a header's value has the form of a token. */
export const isVisitorToken = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
