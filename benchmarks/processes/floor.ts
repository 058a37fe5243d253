import { createServer, type IncomingMessage } from 'node:http'
import type { KnownVisitor } from '../support/population.js'
import { valuesFor, type FloorConversation } from '../support/floor_statements.js'
import { openStore } from '../support/floor_store.js'
import { say } from '../support/child.js'

/**
 * The floor that the product is measured against: a bare server that takes a message's JSON, writes
 * it with the bare driver and commits. No validation, no limits, no token, no broadcast.
 */
const { port, visitors } = JSON.parse(process.argv[2]) as { port: number; visitors: KnownVisitor[] }
const store = await openStore()
const conversations = new Map<string, FloorConversation>(
  visitors.map(({ id, conversation, conversationId }) => [
    conversation,
    { id: conversationId, visitorId: id, lastSeq: 1 },
  ])
)

async function bodyOf(request: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString())
}

const server = createServer(async (request, response) => {
  const conversation = conversations.get(request.url!.split('/')[5])!
  const body = await bodyOf(request)
  const values = valuesFor(conversation, body)
  await store(values.message, values.conversation)
  const answer = JSON.stringify({ id: values.id, seq: values.seq, ...body })
  response.writeHead(201, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(answer),
  })
  response.end(answer)
})

server.listen(port, '127.0.0.1', () => say('ready'))
