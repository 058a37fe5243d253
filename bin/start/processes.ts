import { spawn, type ChildProcess } from 'node:child_process'
import type { Environment } from './environment.js'

const TYPESCRIPT = '--import=@poppinss/ts-exec'

/** The processes that were started here and still run. */
export const running = new Set<ChildProcess>()

/** Starts a script with this very Node. */
export function start(script: string[], env: Environment, stdio: 'inherit' | 'pipe') {
  const child = spawn(process.execPath, [TYPESCRIPT, ...script], {
    env,
    stdio: stdio === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

/** Runs a script to its end and returns what it printed; its whole output is shown when it fails. */
export async function run(script: string[], env: Environment): Promise<string> {
  const child = start(script, env, 'pipe')
  let printed = ''
  let output = ''
  child.stdout!.on('data', (chunk) => (printed += chunk))
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (chunk) => (output += chunk))
  }
  const code = await exitOf(child)
  if (code === 0) return printed.trim()
  console.error(output)
  throw new Error(`${script.join(' ')} failed`)
}

/** Runs an Ace command to its end. */
export const ace = (command: string[], env: Environment) => run(['bin/console.ts', ...command], env)

export function exitOf(child: ChildProcess) {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode)
  return new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)))
}
