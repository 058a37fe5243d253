import type { HttpContext } from '@adonisjs/core/http'
import type { CrmHost } from '#chat/contracts/crm_host'
import type { HostUser } from '#chat/contracts/host_records'

/** A user of the host's own pages, and the tenant whose team they talk to. */
export interface SupportUser {
  tenantId: string
  user: HostUser
}

/** The user of the support chat who is logged in on a request; null without one. */
export async function supportUserOf(host: CrmHost, ctx: HttpContext): Promise<SupportUser | null> {
  const { support } = host
  if (support) {
    const user = await support.currentUser(ctx)
    return user && { user, tenantId: (await support.tenantOf?.(ctx)) ?? host.tenantOf(ctx) }
  }
  await host.identify?.(ctx)
  const user = host.currentUser(ctx)
  return user && { user, tenantId: host.tenantOf(ctx) }
}
