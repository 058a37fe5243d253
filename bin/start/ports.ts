import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Ports that no system uses for outgoing connections, so that a free one stays free. */
const LISTENING = [10_000, 32_000] as const

/** Ends the start with a clear word when another program listens at a port that is needed. */
export async function requireFreePort(setting: string, port: string, host: string) {
  const problem = await problemWith(Number(port), host)
  if (!problem) return
  console.error(`\nPort ${port} cannot be used (${problem}).`)
  console.error(
    `Stop what listens there, or choose another one, for example: ${setting}=4000 npm start\n`
  )
  process.exit(1)
}

/** A port where nothing listens. */
export async function freePort(host: string): Promise<number> {
  const port = randomInt(...LISTENING)
  return (await problemWith(port, host)) ? freePort(host) : port
}

function problemWith(port: number, host: string) {
  return new Promise<string | null>((resolve) => {
    const server = createServer()
    const refuse = ({ code, message }: NodeJS.ErrnoException) =>
      resolve(code === 'EADDRINUSE' ? 'it is in use' : message)
    server.once('error', refuse)
    try {
      server.listen(port, host, () => server.close(() => resolve(null)))
    } catch (error) {
      refuse(error as NodeJS.ErrnoException)
    }
  })
}
