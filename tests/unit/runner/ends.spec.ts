import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { endServer } from '#tests/helpers/end_server'
import { inTime } from '#tests/helpers/in_time'

const FOREVER = 'tests/helpers/runs_forever.ts'

test.group('What tests have started', () => {
  test('a server ends although a stream is open, and a connection that has asked for nothing', async ({
    assert,
  }) => {
    const server = createServer((_, response) => response.write('data: {}\n\n'))
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { port } = server.address() as AddressInfo
    const stream = await fetch(`http://127.0.0.1:${port}/`)
    const silent = connect(port, '127.0.0.1')
    await once(server, 'connection')
    const closed = once(silent, 'close')
    await endServer(server)
    await closed
    await stream.text().then(
      () => assert.fail('it goes on'),
      () => {}
    )
  })

  test('a forked process ends when the one that forked it is gone', async ({ assert }) => {
    const child = fork(FOREVER, {
      execArgv: ['--import=@poppinss/ts-exec', '--import=./tests/helpers/ends_with_parent.ts'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    await once(child, 'message')
    const exited = once(child, 'exit')
    child.disconnect()
    assert.deepEqual(await exited, [1, null])
  })

  test('what does not come in time is given up, and named', async ({ assert }) => {
    const never = new Promise(() => {})
    await assert.rejects(
      () => inTime(never, 10, 'a server to end'),
      'Waited 0.01 s in vain for a server to end'
    )
    assert.equal(await inTime(Promise.resolve(1), 10, 'one'), 1)
  })
})
