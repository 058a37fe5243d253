import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../../bin/start/ports.js'

/** Whether this machine has a `redis-server`; tests that need one are left out where it has none. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0

/** A Redis of a test's own, in memory, which may be killed and comes back at the same address. */
export class RedisProcess {
  #child?: ChildProcess

  private constructor(readonly port: number) {}

  /** Reserves an address, at which nothing answers yet. */
  static async reserve() {
    return new RedisProcess(await freePort('127.0.0.1'))
  }

  static async start() {
    const redis = await RedisProcess.reserve()
    await redis.start()
    return redis
  }

  get url() {
    return `redis://127.0.0.1:${this.port}`
  }

  /** Settles when it answers. */
  async start() {
    const args = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--dir', 'tmp']
    this.#child = spawn('redis-server', args, { stdio: 'ignore' })
    while (!(await this.#answers())) await wait(20)
  }

  /** Ends it as a crash does. */
  async kill() {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }

  #answers() {
    return new Promise<boolean>((resolve) => {
      const socket = connect(this.port, '127.0.0.1', () => {
        socket.destroy()
        resolve(true)
      })
      socket.on('error', () => resolve(false))
    })
  }
}
