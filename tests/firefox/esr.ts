#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { answered } from './bidi_frames.ts'

/**
 * Stands where Playwright expects a Firefox: starts Debian's, and passes the BiDi connection on through a relay that
 * knows the one command which an ESR does not have.
 */
const FIREFOX = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr'
const LISTENING = /(WebDriver BiDi listening on ws:\/\/[^:]+:)(\d+)/

const firefox = spawn(FIREFOX, process.argv.slice(2), { stdio: ['ignore', 'inherit', 'pipe'] })
firefox.on('exit', (code) => process.exit(code ?? 0))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => firefox.kill(signal))

let printed = ''
firefox.stderr.setEncoding('utf8').on('data', async (text: string) => {
  printed += text
  const [, says, port] = LISTENING.exec(printed) ?? []
  if (!port) return
  firefox.stderr.removeAllListeners('data').pipe(process.stderr)
  process.stderr.write(`${says}${await relayTo(Number(port))}\n`)
})

/** Answers with the port of a relay to Firefox's. */
async function relayTo(port: number) {
  const relay = createServer((client) => join(client, connect(port, '127.0.0.1'), port))
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
  return (relay.address() as AddressInfo).port
}

function join(client: Socket, server: Socket, port: number) {
  const frames = answered()
  let isUpgraded = false
  client.on('data', (chunk) => {
    if (isUpgraded) return server.write(frames(chunk))
    isUpgraded = true
    // Firefox takes only requests that name its own port
    server.write(chunk.toString('latin1').replace(/^(host: [^:\r]+:)\d+/im, `$1${port}`), 'latin1')
  })
  server.pipe(client)
  client.on('error', () => server.destroy()).on('close', () => server.destroy())
  server.on('error', () => client.destroy()).on('close', () => client.destroy())
}
