import { ChatError, chatError } from '#chat/exceptions/chat_error'
import type { errors } from '#chat/texts/en/errors'
import { text } from '#chat/texts/text'

/** What is wrong with an identity token. */
export type IdentityFault = keyof typeof errors.identity_refused

/** An identity token does not verify who the visitor is; `rule` says why, for the website's developer. */
export class IdentityRefused extends ChatError {
  static status = 401
  static code = 'E_CHAT_IDENTITY_REFUSED'

  constructor(readonly fault: IdentityFault) {
    super(text(`errors.identity_refused.${fault}`), {
      status: IdentityRefused.status,
      code: IdentityRefused.code,
    })
    this.details = { field: 'jwt', rule: fault }
  }
}

/** The website's key set does not answer: its tokens can be verified again when it does. */
export const IdentityKeysUnreachable = chatError(
  'errors.identity_keys_unreachable',
  'E_CHAT_IDENTITY_KEYS_UNREACHABLE',
  503
)

/** The widget has no such identity key. */
export const IdentityKeyNotFound = chatError(
  'errors.identity_key_not_found',
  'E_CHAT_IDENTITY_KEY_NOT_FOUND',
  404
)

const PUBLIC_KEY = { field: 'public_key', rule: 'publicKey' }

/** What was pasted is no public key that identity tokens may be signed with. */
export const PublicKeyInvalid = chatError(
  'errors.public_key_invalid',
  'E_CHAT_PUBLIC_KEY_INVALID',
  422,
  PUBLIC_KEY
)

/** What was pasted is the private key, which is the website's alone. */
export const PublicKeyIsPrivate = chatError(
  'errors.public_key_is_private',
  'E_CHAT_PUBLIC_KEY_IS_PRIVATE',
  422,
  PUBLIC_KEY
)

/** The address of a key set is not https, or not public. */
export const KeySetAddressRefused = chatError(
  'errors.key_set_address',
  'E_CHAT_KEY_SET_ADDRESS',
  422,
  { field: 'key_set', rule: 'url' }
)
