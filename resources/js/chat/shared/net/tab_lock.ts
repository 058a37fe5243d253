import { Lease } from './lease.js'

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** The tab that holds a lock may be frozen; others wait no longer than this, in ms. */
export const PATIENCE = 8000

/** Milliseconds within which two tabs that ask in the same instant find out who was second. */
const SETTLES = 60

/**
 * Runs the work while no other tab runs work of the same name. It runs without the lock where tabs cannot agree, or
 * when the other tab's work does not end.
 */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!navigator.locks) return withLease(name, work)
  let started = false
  const run = () => {
    started = true
    return work()
  }

  try {
    const signal = AbortSignal.timeout(PATIENCE)
    return (await navigator.locks.request(name, { signal }, run)) as T
  } catch (error) {
    if (started) throw error
    return work()
  }
}

/** Like `withLock`, but returns false without doing anything when another tab holds the lock. */
export async function ifFree(name: string, work: () => Promise<void>): Promise<boolean> {
  if (!navigator.locks) return ifLeased(name, work)
  let started = false

  try {
    await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (!lock) return
      started = true
      await work()
    })
    return started
  } catch (error) {
    if (started) throw error
    await work()
    return true
  }
}

async function withLease<T>(name: string, work: () => Promise<T>): Promise<T> {
  const lease = new Lease(name)
  const until = Date.now() + PATIENCE
  while (Date.now() < until) {
    if (lease.take()) await sleep(SETTLES)
    if (lease.isOurs) break
    await sleep(SETTLES * (0.5 + Math.random()))
  }
  return work().finally(() => lease.release())
}

async function ifLeased(name: string, work: () => Promise<void>) {
  const lease = new Lease(name)
  if (!lease.take()) return false
  await work().finally(() => lease.release())
  return true
}
