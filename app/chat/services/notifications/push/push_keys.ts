import { createECDH, generateKeyPairSync } from 'node:crypto'
import { DateTime } from 'luxon'
import encryption from '@adonisjs/core/services/encryption'
import PushKey from '#chat/models/push_key'
import { toSqlUtc } from '#chat/models/columns'
import type { VapidKeys } from '#chat/services/notifications/push/vapid'

const PURPOSE = 'chat.push.key'

/** The keys with which each tenant's pushes are signed, made when they are first needed. */
export class PushKeys {
  /**
   * The tenant's keys. They are made anew when the application's key has changed: browsers subscribe again when their
   * next page is loaded.
   */
  async of(tenantId: string): Promise<VapidKeys> {
    const found = await rowOf(tenantId)
    const known = keysIn(found)
    if (known) return known
    const { publicKey, privateKey } = mint()
    const row = {
      tenant_id: tenantId,
      public_key: publicKey,
      private_key: encryption.encrypt(privateKey, { purpose: PURPOSE }),
      created_at: toSqlUtc(DateTime.utc()),
    }
    if (found) {
      const unreadable = { tenant_id: tenantId, public_key: found.publicKey }
      await PushKey.query().where(unreadable).update(row)
    } else {
      await PushKey.query().knexQuery.insert(row).onConflict('tenant_id').ignore()
    }
    // Another process may have been faster: its keys count then
    return keysIn(await rowOf(tenantId))!
  }
}

const rowOf = (tenantId: string) => PushKey.query().where('tenant_id', tenantId).first()

function keysIn(row: PushKey | null): VapidKeys | null {
  const privateKey = row && encryption.decrypt<string>(row.privateKey, PURPOSE)
  return privateKey ? { publicKey: row.publicKey, privateKey } : null
}

function mint(): VapidKeys {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { d } = privateKey.export({ format: 'jwk' })
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(Buffer.from(d!, 'base64url'))
  return {
    publicKey: pair.getPublicKey('base64url'),
    privateKey: String(privateKey.export({ format: 'pem', type: 'pkcs8' })),
  }
}
