import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import MailStop, { type MailStopReason } from '#chat/models/mail_stop'
import { toSqlUtc } from '#chat/models/columns'

/** One spelling of an address. */
export const plainAddress = (email: string) => email.trim().toLowerCase()

/** The addresses that get no emails. */
export class MailStops {
  /** Why the address gets none; null when it may get them. */
  async reasonFor(tenantId: string, email: string): Promise<MailStopReason | null> {
    const stop = await MailStop.query()
      .where({ tenant_id: tenantId, email: plainAddress(email) })
      .first()
    return stop?.reason ?? null
  }

  /** Knows nothing of the address any more. */
  async forget(tenantId: string, email: string, client: TransactionClientContract): Promise<void> {
    await MailStop.query({ client })
      .where({ tenant_id: tenantId, email: plainAddress(email) })
      .delete()
  }

  /** Sends the address no more emails; a second time changes nothing. */
  async add(
    tenantId: string,
    email: string,
    reason: MailStopReason,
    client?: TransactionClientContract
  ): Promise<void> {
    await MailStop.query({ client })
      .knexQuery.insert({
        tenant_id: tenantId,
        email: plainAddress(email),
        reason,
        created_at: toSqlUtc(DateTime.utc()),
      })
      .onConflict(['tenant_id', 'email'])
      .ignore()
  }
}
