/**
 * What a promise gives, when that comes in time.
 *
 * @throws Error that says what was awaited, after so many milliseconds
 */
export async function inTime<T>(promise: Promise<T>, patience: number, what: string): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => late.reject(new Error(`Waited ${patience / 1000} s in vain for ${what}`)),
    patience
  )
  try {
    return await Promise.race([promise, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
