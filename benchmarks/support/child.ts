import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** How long a process may take to end when the one that started it is gone or done with it. */
const LEFT_BEHIND_MS = 10_000

/** A process of a benchmark that answers questions: one answer per question, in turn. */
export class Child {
  constructor(protected process: ChildProcess) {}

  /** Asks, and waits for the answer. */
  async ask<Answer>(question: object): Promise<Answer> {
    this.process.send(question)
    return nextMessage<Answer>(this.process)
  }

  async stop() {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return
    const ended = once(this.process, 'exit')
    this.process.disconnect()
    this.process.kill('SIGTERM')
    await ended
  }
}

const HERE = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Starts a file of `benchmarks/processes`, as `node ace build` has compiled it in this checkout or another one; answers
 * with the child and the first thing it said.
 */
export async function start<Greeting>(
  name: string,
  env: Record<string, string>,
  input: object = {},
  checkout = HERE
): Promise<{ child: Child; greeting: Greeting }> {
  const file = resolve(checkout, `build/benchmarks/processes/${name}.js`)
  const spawned = fork(file, [JSON.stringify(input)], {
    execArgv: [],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return { child: new Child(spawned), greeting: await nextMessage<Greeting>(spawned) }
}

/** Runs a process that has one thing to say, and waits for its end. */
export async function runOnce<Answer>(
  name: string,
  env: Record<string, string>,
  input: object,
  checkout = HERE
) {
  const { child, greeting } = await start<Answer>(name, env, input, checkout)
  await child.stop()
  return greeting
}

/**
 * What is left of a run that was broken off does not stay behind. A listener would keep the process, and
 * hide one that does not end on its own.
 */
const isLeftBehind = () => process.send !== undefined && !process.connected
setInterval(() => isLeftBehind() && process.exit(1), LEFT_BEHIND_MS).unref()

interface Said {
  said: unknown
}

/** Says something to the process that started this one. */
export const say = (said: unknown) => process.send!({ said })

/** The framework reports to its parent, too; that is not what is waited for. */
const isSaid = (message: unknown): message is Said =>
  typeof message === 'object' && message !== null && 'said' in message

function nextMessage<Message>(spawned: ChildProcess) {
  return new Promise<Message>((fulfil, reject) => {
    const settle = () => spawned.off('exit', onExit).off('message', onMessage)
    const onExit = (code: number | null) => {
      settle()
      reject(new Error(`a bench process ended with ${code}`))
    }
    const onMessage = (message: unknown) => {
      if (!isSaid(message)) return
      settle()
      fulfil(message.said as Message)
    }
    spawned.on('exit', onExit).on('message', onMessage)
  })
}
