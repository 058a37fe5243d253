/** What a receiver written for Node does to know that a request is from here; shown to admins as it is. */
export const VERIFY_SNIPPET = `import { createHmac, timingSafeEqual } from 'node:crypto'

/** \`body\` is the text of the request as it came, before anything has parsed it. */
export function isFromChat(headers, body, secret) {
  const signature = String(headers['x-chat-signature'] ?? '')
  const parts = signature.split(',').map((part) => part.split('='))
  const time = parts.find(([name]) => name === 't')?.[1]
  const isFresh = Math.abs(Date.now() / 1000 - Number(time)) < 300

  const expected = createHmac('sha256', secret).update(\`\${time}.\${body}\`).digest()
  const isGood = ([name, value]) => {
    const given = Buffer.from(value ?? '', 'hex')
    return name === 'v1' && given.length === 32 && timingSafeEqual(given, expected)
  }
  return isFresh && parts.some(isGood)
}
`
