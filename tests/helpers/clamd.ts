import { createServer, type AddressInfo } from 'node:net'

/** Stands in for ClamAV's daemon: speaks `INSTREAM`, and finds a text instead of malware. */
export async function startClamd(malware: string) {
  let scanned = 0
  const server = createServer((socket) => {
    let received = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (data) => {
      received = Buffer.concat([received, data])
      const content = streamed(received)
      if (content === null) return
      scanned += 1
      const isFound = content.includes(malware)
      socket.end(isFound ? 'stream: Test.Malware FOUND\0' : 'stream: OK\0')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: { host: '127.0.0.1', port },
    scanned: () => scanned,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

const COMMAND = 'zINSTREAM\0'

/** The content of a whole stream: chunks with their length, the last one empty; null while it goes on. */
function streamed(received: Buffer): Buffer | null {
  if (received.toString('latin1', 0, COMMAND.length) !== COMMAND) return null
  const chunks: Buffer[] = []
  for (let at = COMMAND.length; at + 4 <= received.length;) {
    const size = received.readUInt32BE(at)
    if (size === 0) return Buffer.concat(chunks)
    if (at + 4 + size > received.length) return null
    chunks.push(received.subarray(at + 4, at + 4 + size))
    at += 4 + size
  }
  return null
}
