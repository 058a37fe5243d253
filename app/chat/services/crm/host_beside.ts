import type { Database } from '@adonisjs/lucid/database'
import logger from '@adonisjs/core/services/logger'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { CrmHost } from '#chat/contracts/crm_host'

/**
 * The host of a module whose tables are on another connection than the host's own. Where the module passes its
 * transaction, the host gets one of its own connection instead, which ends as the module's does: rolled back with it,
 * committed right after it.
 */
export function hostBeside(host: CrmHost, db: Database): CrmHost {
  const besides = new WeakMap<object, Promise<TransactionClientContract>>()

  function beside(trx: TransactionClientContract) {
    const known = besides.get(trx)
    if (known) return known
    const own = db.transaction()
    besides.set(trx, own)
    trx.after('commit', () =>
      own
        .then((theirs) => theirs.commit())
        .catch((error) => logger.error({ err: error }, 'the CRM lost what the chat has stored'))
    )
    trx.after('rollback', () => own.then((theirs) => theirs.rollback()))
    return own
  }

  return new Proxy(host, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      return (...args: unknown[]) => {
        const last = args.at(-1)
        if (!isTransaction(last)) return member.apply(target, args)
        return beside(last).then((own) => member.apply(target, [...args.slice(0, -1), own]))
      }
    },
  })
}

const isTransaction = (value: unknown): value is TransactionClientContract =>
  (value as TransactionClientContract | null | undefined)?.isTransaction === true
