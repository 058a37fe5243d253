import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { ClamdScanner } from '#chat/host/clamd_scanner'
import { startClamd } from '#tests/helpers/clamd'

const MALWARE = 'malware of this test'

async function fileWith(content: string | Buffer) {
  const path = join(tmpdir(), `clamd-${process.pid}-${Math.random()}`)
  await writeFile(path, content)
  return path
}

test.group('Files scanned by clamd', () => {
  test('are clean or not, however long they are', async ({ assert, cleanup }) => {
    const clamd = await startClamd(MALWARE)
    cleanup(() => clamd.close().then(() => {}))
    const scanner = new ClamdScanner(clamd.address)
    const long = Buffer.alloc(3_000_000, 'x')
    assert.isTrue(await scanner.isClean(await fileWith(long)))
    assert.isFalse(
      await scanner.isClean(await fileWith(Buffer.concat([long, Buffer.from(MALWARE)])))
    )
  })

  test('have no verdict when the daemon fails, is silent or away', async ({ assert, cleanup }) => {
    const path = await fileWith('text')
    const server = createServer((socket) => {
      socket.on('error', () => {}).resume()
      if (answers.length) socket.end(answers.pop()!)
    })
    const answers = ['INSTREAM size limit exceeded. ERROR\0']
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const scanner = new ClamdScanner({ host: '127.0.0.1', port }, { timeout: 200 })
    await assert.rejects(() => scanner.isClean(path), /clamd answers/)
    await assert.rejects(() => scanner.isClean(path), /did not answer in time/)
    await new Promise((resolve) => server.close(resolve))
    await assert.rejects(() => scanner.isClean(path), /ECONNREFUSED/)
    cleanup(() => void server.close())
  })
})
