import { createPublicKey, type KeyObject } from 'node:crypto'
import {
  createLocalJWKSet,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
} from 'jose'
import type Widget from '#chat/models/widget'
import { IdentityRefused, type IdentityFault } from '#chat/exceptions/chat_errors'
import { identityOf, type VerifiedIdentity } from '#chat/services/visitors/identity/identity_claims'
import { secretOf, type IdentityKeys } from '#chat/services/visitors/identity/identity_keys'
import type { KeySets } from '#chat/services/visitors/identity/key_sets'
import { algorithmOf } from '#chat/services/visitors/identity/public_keys'

/** The algorithms that a token may be signed with; no other is ever tried. */
const ALGORITHMS = ['HS256', 'RS256', 'ES256']

/** The longest time to the expiry of a token, and how far clocks may differ, in seconds. */
const LONGEST = 24 * 3600
const CLOCK_TOLERANCE = 30

type Key = { key: KeyObject | Uint8Array } | { keySet: JSONWebKeySet }

/**
 * Reads the tokens with which websites verify their visitors. A secret verifies HS256 and nothing else; a public key,
 * the one algorithm of its kind.
 */
export class IdentityTokens {
  constructor(
    protected keys: IdentityKeys,
    protected keySets: KeySets
  ) {}

  /**
   * The identity in a token for this widget.
   *
   * @throws IdentityRefused
   * @throws IdentityKeysUnreachable
   */
  async read(widget: Widget, token: string): Promise<VerifiedIdentity> {
    const algorithm = claimedAlgorithm(token)
    if (!ALGORITHMS.includes(algorithm)) throw new IdentityRefused('algorithm')
    let fault: IdentityFault = 'no_key'
    for await (const key of this.#candidates(widget, algorithm)) {
      try {
        return identityOf(await verified(token, key, algorithm, widget.publicKey))
      } catch (error) {
        fault = faultOf(error)
        if (fault !== 'signature' && fault !== 'key_unknown') throw new IdentityRefused(fault)
      }
    }
    throw new IdentityRefused(fault)
  }

  /** The widget's keys that may have signed with this algorithm, one after the other. */
  async *#candidates(widget: Widget, algorithm: string): AsyncGenerator<Key> {
    for (const key of await this.keys.list(widget)) {
      if (key.kind === 'secret') {
        const secret = algorithm === 'HS256' && secretOf(key)
        if (secret) yield { key: new TextEncoder().encode(secret) }
      } else if (algorithm === 'HS256') {
        continue
      } else if (key.kind === 'public_key') {
        const known = createPublicKey(key.value)
        if (algorithmOf(known) === algorithm) yield { key: known }
      } else {
        yield { keySet: await this.keySets.at(key.value) }
        yield { keySet: await this.keySets.at(key.value, true) }
      }
    }
  }
}

function claimedAlgorithm(token: string): string {
  try {
    return String(decodeProtectedHeader(token).alg)
  } catch {
    throw new IdentityRefused('malformed')
  }
}

/** The claims of a token whose signature, audience and times are good. */
async function verified(
  token: string,
  key: Key,
  algorithm: string,
  audience: string
): Promise<JWTPayload> {
  const options = {
    algorithms: [algorithm],
    audience,
    requiredClaims: ['exp'],
    clockTolerance: CLOCK_TOLERANCE,
  }
  const { payload } =
    'keySet' in key
      ? await jwtVerify(token, createLocalJWKSet(key.keySet), options)
      : await jwtVerify(token, key.key, options)
  const rest = payload.exp! - Date.now() / 1000
  if (rest > LONGEST + CLOCK_TOLERANCE) throw new IdentityRefused('too_long')
  return payload
}

const CLAIM_FAULTS: Record<string, IdentityFault> = {
  aud: 'audience',
  exp: 'no_expiry',
  nbf: 'not_yet',
}

/** What a failure of the verification means. */
function faultOf(error: unknown): IdentityFault {
  if (error instanceof IdentityRefused) return error.fault
  if (error instanceof errors.JWTExpired) return 'expired'
  if (error instanceof errors.JWTClaimValidationFailed) {
    return CLAIM_FAULTS[error.claim] ?? 'malformed'
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature'
  if (error instanceof errors.JWKSNoMatchingKey) return 'key_unknown'
  if (error instanceof errors.JWKSMultipleMatchingKeys) return 'key_unknown'
  if (error instanceof errors.JOSEError) return 'malformed'
  // A key of the set that is too short, or is none
  if (error instanceof TypeError || error instanceof DOMException) return 'signature'
  throw error
}
