import { randomUUID } from 'node:crypto'
import type { KnownVisitor } from './population.js'
import type { RawClient } from './raw_client.js'

/** What is written where the words do not matter. */
export const CONTENT = 'Do you ship to Norway, and how long does it take? 🙂'

/** Posts one message as a visitor; anything but 201 is an error. */
export async function postMessage(
  client: RawClient,
  key: string,
  visitor: KnownVisitor,
  content = CONTENT
) {
  const path = `/api/widget/${key}/conversations/${visitor.conversation}/messages`
  const headers = { 'Content-Type': 'application/json', 'X-Visitor-Token': visitor.token }
  const body = JSON.stringify({ content, client_message_id: randomUUID() })
  const answer = await client.request('POST', path, headers, body)
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.body}`)
  return answer
}
