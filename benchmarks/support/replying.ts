import { randomUUID } from 'node:crypto'
import type { RawClient } from './raw_client.js'

/** What an agent's browser sends with each request that changes something. */
export interface DeskSession {
  cookie: string
  csrf: string
}

/** The session of an agent who is logged in, as their inbox has it. */
export async function deskSession(origin: string, cookie: string): Promise<DeskSession> {
  const page = await fetch(`${origin}/chat`, { headers: { Cookie: cookie } })
  const csrf = /name="csrf-token" content="([^"]+)"/.exec(await page.text())?.[1]
  if (!csrf) throw new Error('The inbox has no CSRF token')
  return { cookie, csrf }
}

/** Posts one reply as an agent; anything but 201 is an error. */
export async function postReply(
  client: RawClient,
  { cookie, csrf }: DeskSession,
  conversation: string,
  content: string
) {
  const headers = {
    'Accept': 'application/json',
    'Content-Type': 'application/json',
    'Cookie': cookie,
    'X-CSRF-TOKEN': csrf,
  }
  const body = JSON.stringify({ content, client_message_id: randomUUID() })
  const answer = await client.request('POST', `/chat/${conversation}/messages`, headers, body)
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.body}`)
}
