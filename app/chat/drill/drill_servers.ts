import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'

/** Milliseconds that a server may take to serve, and to end. */
const STARTS_WITHIN_MS = 60_000
const ENDS_WITHIN_MS = 30_000

export interface DrillServer {
  url: string
  process: ChildProcess
}

/** Starts web processes of the application, as they are started in earnest, with what differs in their environment. */
export class DrillServers {
  readonly running: DrillServer[] = []

  constructor(
    protected root: URL,
    protected environment: Record<string, string>
  ) {}

  get urls() {
    return this.running.map(({ url }) => url)
  }

  get pids() {
    return this.running.map(({ process: { pid } }) => pid!)
  }

  /** Resolves when it serves. @throws Error when it ends before, or takes too long */
  async start(): Promise<DrillServer> {
    const port = await freePort()
    const isBuilt = existsSync(new URL('bin/server.js', this.root))
    const child = fork(new URL(isBuilt ? 'bin/server.js' : 'bin/server.ts', this.root), {
      cwd: this.root,
      execArgv: isBuilt ? [] : ['--import=@poppinss/ts-exec'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { ...process.env, ...this.environment, HOST: '127.0.0.1', PORT: String(port) },
    })
    await readiness(child)
    const server = { url: `http://127.0.0.1:${port}`, process: child }
    this.running.push(server)
    return server
  }

  /** Ends one by a signal, and resolves when it is gone; one that takes too long is killed, as supervisors do. */
  async stop(server: DrillServer, signal: NodeJS.Signals = 'SIGTERM') {
    this.running.splice(this.running.indexOf(server), 1)
    const { exitCode, signalCode } = server.process
    if (exitCode !== null || signalCode !== null) return
    const ended = once(server.process, 'exit')
    server.process.kill(signal)
    const late = setTimeout(() => server.process.kill('SIGKILL'), ENDS_WITHIN_MS)
    await ended
    clearTimeout(late)
  }

  async stopAll() {
    await Promise.all([...this.running].map((server) => this.stop(server, 'SIGKILL')))
  }
}

function readiness(child: ChildProcess) {
  return new Promise<void>((resolve, reject) => {
    const late = () => reject(new Error('A web process did not start in time'))
    const timer = setTimeout(late, STARTS_WITHIN_MS)
    child.on('message', (message: { isAdonisJS?: boolean }) => {
      if (!message.isAdonisJS) return
      clearTimeout(timer)
      resolve()
    })
    child.on('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`A web process ended with ${code} before it served`))
    })
  })
}

async function freePort() {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
