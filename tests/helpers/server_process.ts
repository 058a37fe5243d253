import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../bin/start/ports.js'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** A real server in a process of its own, on the database of this test run. */
export class ServerProcess {
  private constructor(
    readonly process: ChildProcess,
    readonly url: string,
    readonly exited: Promise<unknown[]>
  ) {}

  /** Starts a server and answers when it serves. */
  static async start(environment: Record<string, string> = {}) {
    const port = await freePort('127.0.0.1')
    const child = fork('bin/server.ts', {
      cwd: ROOT,
      execArgv: ['--import=@poppinss/ts-exec'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), ...environment },
    })
    const exited = once(child, 'exit')
    const ready = new Promise<void>((resolve) => {
      child.on('message', (message: { isAdonisJS?: boolean }) => message.isAdonisJS && resolve())
    })
    const died = exited.then(() => Promise.reject(new Error('The server ended before it served')))
    await Promise.race([ready, died])
    died.catch(() => {})
    return new ServerProcess(child, `http://127.0.0.1:${port}`, exited)
  }

  /** Sends a signal and answers, when the process is gone, how long that took. */
  async stop(signal: NodeJS.Signals = 'SIGTERM') {
    const startedAt = performance.now()
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.process.kill(signal)
      await this.exited
    }
    return performance.now() - startedAt
  }
}
