import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'

/** What is not Windows has groups of processes, which end together. */
const HAS_GROUPS = process.platform !== 'win32'
const LOOKS_EVERY = 2_000

interface Options {
  args: string[]
  env: NodeJS.ProcessEnv
  /** The file that grows while tests begin and end. */
  report: string
  /** Milliseconds without a line in the report after which the process is ended. */
  patience: number
  /** Whether its output appears when it ends; else as it comes. */
  isHeld: boolean
}

/**
 * A process that runs tests. It ends with all that it started: a server that a failed test has left behind would
 * hold its output open, and the run would wait for it. One that says nothing for too long is ended.
 */
export class RunningPart {
  readonly #child: ChildProcess
  readonly #output: Buffer[] = []

  constructor(private options: Options) {
    const { args, env, isHeld } = options
    this.#child = spawn(process.execPath, args, {
      stdio: ['inherit', isHeld ? 'pipe' : 'inherit', 'inherit'],
      detached: HAS_GROUPS,
      env,
    })
    this.#child.stdout?.on('data', (chunk: Buffer) => this.#output.push(chunk))
  }

  /**
   * How the process ended: by the signal that stopped this run, else by its own exit code or signal. Its output is
   * printed by then.
   */
  async ended(): Promise<number | string> {
    const { patience } = this.options
    let stoppedBy = null as NodeJS.Signals | null
    const stop = (by: NodeJS.Signals) => {
      stoppedBy = by
      this.#kill()
    }
    const watch = setInterval(() => this.#look(), Math.min(LOOKS_EVERY, patience / 4))
    process.on('SIGINT', stop).on('SIGTERM', stop)
    const closed = once(this.#child, 'close')
    const [code, signal] = await once(this.#child, 'exit')
    process.off('SIGINT', stop).off('SIGTERM', stop)
    clearInterval(watch)
    this.#kill()
    await closed
    process.stdout.write(Buffer.concat(this.#output).toString())
    return stoppedBy ?? code ?? signal
  }

  #look() {
    const { report, patience } = this.options
    if (Date.now() - statSync(report).mtimeMs > patience) this.#kill()
  }

  #kill() {
    try {
      process.kill(HAS_GROUPS ? -this.#child.pid! : this.#child.pid!, 'SIGKILL')
    } catch {
      // It has ended
    }
  }
}
