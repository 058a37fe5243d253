/** Settings > Chat Widgets > Verified visitors. */
export const identity = {
  title: 'Verified visitors',
  lead: 'Let your website confirm who its logged-in visitors are. They keep their conversation on every device, and agents see that a message is verified.',
  open: 'Set up verified visitors',
  section: 'Without it, what visitors say about themselves stays unverified.',
  new_secret: {
    title: 'Your new secret',
    text: 'Store it with your server’s secrets. It’s shown only once.',
    label: 'Secret',
  },
  keys: {
    title: 'Keys',
    text: 'You can have two active keys of each kind, so your server can switch to a new one before you remove the old one.',
    none: 'No keys yet. Create a secret to start.',
    created: 'Created',
    create: 'Create a secret',
    remove: 'Remove',
    remove_confirm: 'Remove key',
    remove_consequence: 'Identity tokens signed with this key are refused from now on.',
  },
  kinds: { secret: 'Secret', public_key: 'Public key', key_set: 'Key set' },
  use: {
    title: 'On your server',
    text: 'For a logged-in visitor, sign a token with the secret. Keep the secret off your pages.',
    snippet: 'How to sign a token in {language}',
    page: 'On your page',
    page_text:
      'Hand over the token after the chat’s code, on every page. When the visitor logs out, call {reset}.',
    call: 'How to hand over the token',
    claims:
      '{sub} is your ID of the visitor, {aud} this widget’s key, {exp} at most 24 hours ahead. {name}, {email}, {phone} and {attributes} are optional.',
  },
  add: {
    title: 'Public keys',
    text: 'To keep the signing key entirely on your side, sign with RS256 or ES256 and give us the public key.',
    public_key: 'Public key',
    public_key_hint: 'In PEM format: RSA with at least 2048 bits, or EC with the P-256 curve.',
    key_set: 'Key set address',
    key_set_hint:
      'Instead of a key, the https address of your JWKS, e.g. https://example.com/.well-known/jwks.json.',
    missing: 'Paste a public key, or enter the address of a key set',
    submit: 'Add key',
  },
  flash: {
    secret: 'Secret created. Copy it now. You won’t see it again.',
    added: 'Key added.',
    removed: 'Key removed.',
  },
} as const
