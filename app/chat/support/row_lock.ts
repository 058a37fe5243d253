import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { dialectOf } from '#chat/support/dialects'

/** What each database says when a unique index refuses a row. */
const DUPLICATE_CODES = ['SQLITE_CONSTRAINT_UNIQUE', 'ER_DUP_ENTRY', '23505']

/** No table has a row with this id. */
const NO_ROW = 0

/**
 * Reads one row and locks it against other writers until the transaction ends.
 *
 * SQLite has no row locks, and fails when a transaction that began by reading writes while another process writes.
 * Writing first takes SQLite's write lock, and waits for it: an update of no row suffices, and leaves the row's
 * indexes alone.
 */
export async function lockRow<T extends LucidModel>(
  model: T,
  id: number,
  trx: TransactionClientContract
): Promise<InstanceType<T>> {
  await takeWriteLock(model, trx)
  return model.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
}

/** The same for the row with these unique values, or null when there is none. */
export async function lockRowWhere<T extends LucidModel>(
  model: T,
  columns: Record<string, string | number>,
  trx: TransactionClientContract
): Promise<InstanceType<T> | null> {
  await takeWriteLock(model, trx)
  return model.query({ client: trx }).where(columns).forUpdate().first()
}

/** Locks those of these rows that no other transaction has locked, and waits for none of them. */
export async function lockFreeRows<T extends LucidModel>(
  model: T,
  ids: number[],
  trx: TransactionClientContract
): Promise<InstanceType<T>[]> {
  await takeWriteLock(model, trx)
  const rows = model.query({ client: trx }).whereIn('id', ids).orderBy('id').forUpdate()
  return dialectOf(trx).isEmbedded ? rows : rows.skipLocked()
}

async function takeWriteLock(model: LucidModel, trx: TransactionClientContract) {
  if (!dialectOf(trx).isEmbedded) return
  await trx.from(model.table).where('id', NO_ROW).update({ id: NO_ROW })
}

/**
 * Whether the database refused a row because of a unique index. To be asked after the transaction has ended: PostgreSQL
 * answers nothing more within it.
 */
export function isDuplicate(error: unknown) {
  const code = (error as { code?: string } | null)?.code
  return code !== undefined && DUPLICATE_CODES.includes(code)
}
