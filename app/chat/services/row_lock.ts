import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** No table has a row with this id. */
const NO_ROW = 0

/**
 * Reads one row and keeps every other writer off it until the transaction ends.
 *
 * SQLite has no row locks, and refuses to turn a transaction that began by reading into a writing
 * one while another process writes. Writing first takes its write lock, and waits for it: an update
 * of no row does, and spares the row's indexes.
 */
export async function lockRow<T extends LucidModel>(
  model: T,
  id: number,
  trx: TransactionClientContract
): Promise<InstanceType<T>> {
  await takeWriteLock(model, trx)
  return model.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
}

/** The same for the one row at a unique place, or null when there is none. */
export async function lockRowWhere<T extends LucidModel>(
  model: T,
  place: Record<string, string | number>,
  trx: TransactionClientContract
): Promise<InstanceType<T> | null> {
  await takeWriteLock(model, trx)
  return model.query({ client: trx }).where(place).forUpdate().first()
}

async function takeWriteLock(model: LucidModel, trx: TransactionClientContract) {
  if (trx.dialect.name === 'mysql') return
  await trx.from(model.table).where('id', NO_ROW).update({ id: NO_ROW })
}

/** Whether the database refused a row because an equal one exists. */
export function isDuplicate(error: unknown) {
  const code = (error as { code?: string } | null)?.code
  return code === 'ER_DUP_ENTRY' || code === 'SQLITE_CONSTRAINT_UNIQUE'
}
