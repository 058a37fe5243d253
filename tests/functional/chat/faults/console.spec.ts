import { fork } from 'node:child_process'
import { once } from 'node:events'
import { test } from '@japa/runner'
import Conversation from '#chat/models/conversation'
import { ChatWorld } from '#tests/helpers/chat_world'
import { serving, soon } from '../routing/team.js'

const CONVERSATIONS = 30

/** Begins conversations in a process of its own; answers with how it ended. */
async function writeFromConsole({ widget }: ChatWorld) {
  const child = fork(
    new URL('../../../helpers/console_writer.ts', import.meta.url),
    [String(widget.id), String(CONVERSATIONS)],
    { execArgv: ['--import=@poppinss/ts-exec'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }
  )
  let giveUp: NodeJS.Timeout | undefined
  child.once('message', () => (giveUp = setTimeout(() => child.kill('SIGKILL'), 15_000)))
  const [code, signal] = await once(child, 'exit')
  clearTimeout(giveUp)
  return { code, signal }
}

test.group('A console process that writes conversations', () => {
  test('ends when its work is done, and the servers assign what it wrote', async ({ assert }) => {
    const world = await ChatWorld.create()
    const agent = await serving(world, 'Anna', { maxConcurrentChats: CONVERSATIONS })

    assert.deepEqual(await writeFromConsole(world), { code: 0, signal: null })
    const given = () =>
      Conversation.query().where({ tenant_id: world.tenantId, agent_id: agent.id })
    await soon(async () => (await given()).length === CONVERSATIONS, 15_000)
  }).timeout(60_000)
})
