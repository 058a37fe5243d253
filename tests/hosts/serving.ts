import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { answers } from '../../bin/start/answers.js'
import { hostEnvironment } from './shell.js'

/** Starts a host's production build; it has to answer requests, and to end within five seconds of SIGTERM. */
export async function startHost(folder: string, port: string) {
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, ['bin/server.js'], {
    cwd: folder,
    env: { ...hostEnvironment(), NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))

  if (!(await answers(child, { HOST: 'localhost', PORT: port }))) {
    throw new Error(`The host ended\n${output}`)
  }

  async function stop() {
    child.kill('SIGTERM')
    const isEnded = await Promise.race([once(child, 'exit'), wait(5000, null, { ref: false })])
    if (!isEnded) {
      child.kill('SIGKILL')
      throw new Error(`The host does not end\n${output}`)
    }
  }
  return { url, stop }
}
