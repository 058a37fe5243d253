import { test } from '@japa/runner'
import { ServerProcess } from '#tests/helpers/server_process'
import { withoutDueWorker } from '#tests/helpers/due_actions'
import { mailWithFiles } from '#tests/helpers/raw_mail'
import { PDF } from '#tests/helpers/sample_files'
import { asked, handOver, messagesOf } from './answering.js'

test.group('Emails at several servers', (group) => {
  let servers: ServerProcess[] = []

  group.setup(withoutDueWorker)
  group.setup(async () => {
    servers = await Promise.all([ServerProcess.start(), ServerProcess.start()])
    return () => Promise.all(servers.map((server) => server.stop())) as never
  })

  test('the same one at all of them, many times, is one message with one file', async ({
    assert,
  }) => {
    const { world, conversation, to } = await asked()
    const raw = mailWithFiles({ to, text: 'Once' }, [{ name: 'one.pdf', bytes: PDF }])
    const urls = [process.env.APP_URL!, ...servers.map(({ url }) => url)]
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) => handOver(raw, { server: urls[n % urls.length] }))
    )
    const statuses = answers.map(({ json }) => json.status)
    assert.deepEqual(new Set(statuses), new Set(['stored', 'duplicate']))
    assert.lengthOf(
      statuses.filter((status) => status === 'stored'),
      1
    )
    const messages = await messagesOf(world, conversation)
    const once = messages.filter(({ content }) => content === 'Once')
    assert.lengthOf(once, 1)
    assert.lengthOf((once[0].metadata as any).attachments, 1)
  })
})
