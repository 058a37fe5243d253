import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { inTime } from '#tests/helpers/in_time'
import { freePort } from '../../bin/start/ports.js'
import { TYPESCRIPT } from '../../bin/test/typescript.js'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Milliseconds in which a server serves, and in which it ends, on a machine that does much else. */
const STARTS_WITHIN = 60_000
const ENDS_WITHIN = 20_000

/** A real server in a process of its own, on the database of this test run; it ends with this process. */
export class ServerProcess {
  /** What the process has said so far. */
  output = ''

  private constructor(
    readonly process: ChildProcess,
    readonly url: string,
    readonly exited: Promise<unknown[]>
  ) {
    for (const name of ['stdout', 'stderr'] as const) {
      process[name]!.on('data', (chunk) => {
        this.output += chunk
        globalThis.process[name].write(chunk)
      })
    }
  }

  /** Starts a server, by its entry file, and answers when it serves. */
  static async start(environment: Record<string, string> = {}, entry = 'bin/server.ts') {
    const port = await freePort('127.0.0.1')
    const child = fork(entry, {
      cwd: ROOT,
      execArgv: [...TYPESCRIPT, '--import=./tests/helpers/ends_with_parent.ts'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), ...environment },
    })
    const exited = once(child, 'exit')
    const closed = once(child, 'close')
    const server = new ServerProcess(child, `http://127.0.0.1:${port}`, exited)
    const ready = new Promise<void>((resolve) => {
      child.on('message', (message: { isAdonisJS?: boolean }) => message.isAdonisJS && resolve())
    })
    const died = closed.then(() => {
      throw new Error(`The server ended before it served\n${server.output}`)
    })
    died.catch(() => {})
    try {
      await inTime(Promise.race([ready, died]), STARTS_WITHIN, 'a server to serve')
    } catch (error) {
      child.kill('SIGKILL')
      throw error
    }
    return server
  }

  /** Settles when the process has said this. */
  async says(wanted: RegExp, patience = 5000) {
    const signal = AbortSignal.timeout(patience)
    while (!wanted.test(this.output)) await once(this.process.stdout!, 'data', { signal })
  }

  /**
   * Sends a signal and answers, when the process is gone, how long that took in milliseconds.
   *
   * @throws Error when the signal does not end it, which is killed then, or when it ends as one that is stuck
   */
  async stop(signal: NodeJS.Signals = 'SIGTERM') {
    const startedAt = performance.now()
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.process.kill(signal)
      await inTime(this.exited, ENDS_WITHIN, `a server to end with ${signal}`).catch((error) => {
        this.process.kill('SIGKILL')
        throw error
      })
      if (this.process.exitCode) throw new Error(`The server ended badly\n${this.output}`)
    }
    return performance.now() - startedAt
  }
}
