import { setTimeout as wait } from 'node:timers/promises'
import type { ChildProcess } from 'node:child_process'
import { localAddress, type Environment } from './environment.js'

/** Waits until the server answers; false when it ended instead. */
export async function answers(
  server: ChildProcess,
  { HOST, PORT }: Pick<Environment, 'HOST' | 'PORT'>
) {
  while (server.exitCode === null && server.signalCode === null) {
    try {
      const { status } = await fetch(`${localAddress(HOST, PORT)}/login`, { redirect: 'manual' })
      if (status < 500) return true
    } catch {
      // Not listening yet
    }
    await wait(100)
  }
  return false
}
