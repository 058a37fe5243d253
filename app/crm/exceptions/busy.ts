/** Serialization failure, deadlock, lock timeout, too many connections. */
const POSTGRES_CODES = ['40001', '40P01', '55P03', '53300']

const BUSY_CODES = new Set([
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_LOCKED',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_LOCK_DEADLOCK',
  'ER_CHECKREAD',
  'ER_CON_COUNT_ERROR',
  ...POSTGRES_CODES,
])

/** Whether the database could not answer in time and may well do so in a moment. */
export function isDatabaseBusy(error: { code?: string; name?: string }) {
  return BUSY_CODES.has(error.code ?? '') || error.name === 'KnexTimeoutError'
}
