/** Code that signs an identity token on a website's server; shown to admins as it is. */
export interface IdentitySnippet {
  language: string
  code: string
}

const node = (key: string) => `import { SignJWT } from 'jose' // npm install jose

const secret = new TextEncoder().encode(process.env.CHAT_IDENTITY_SECRET)

export const chatIdentity = (user) =>
  new SignJWT({ name: user.name, email: user.email, attributes: { plan: user.plan } })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(String(user.id))
    .setAudience('${key}')
    .setExpirationTime('1h')
    .sign(secret)
`

const php = (key: string) => `use Firebase\\JWT\\JWT; // composer require firebase/php-jwt

function chatIdentity($user) {
    return JWT::encode([
        'sub' => (string) $user->id,
        'name' => $user->name,
        'email' => $user->email,
        'attributes' => ['plan' => $user->plan],
        'aud' => '${key}',
        'exp' => time() + 3600,
    ], getenv('CHAT_IDENTITY_SECRET'), 'HS256');
}
`

const python = (key: string) => `import os, time
import jwt  # pip install pyjwt

def chat_identity(user):
    return jwt.encode({
        "sub": str(user.id),
        "name": user.name,
        "email": user.email,
        "attributes": {"plan": user.plan},
        "aud": "${key}",
        "exp": int(time.time()) + 3600,
    }, os.environ["CHAT_IDENTITY_SECRET"], algorithm="HS256")
`

const ruby = (key: string) => `require "jwt" # gem install jwt

def chat_identity(user)
  JWT.encode({
    sub: user.id.to_s,
    name: user.name,
    email: user.email,
    attributes: { plan: user.plan },
    aud: "${key}",
    exp: Time.now.to_i + 3600
  }, ENV.fetch("CHAT_IDENTITY_SECRET"), "HS256")
end
`

/** The same in the languages that websites are written in, for the widget with this key. */
export const identitySnippets = (key: string): IdentitySnippet[] => [
  { language: 'Node.js', code: node(key) },
  { language: 'PHP', code: php(key) },
  { language: 'Python', code: python(key) },
  { language: 'Ruby', code: ruby(key) },
]

/** What the website's page does with the token. */
export const IDENTIFY_CALL = `CrmChat('identify', { jwt: token })`
