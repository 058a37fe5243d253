import type { HttpContext } from '@adonisjs/core/http'
import type { CrmHost } from '#chat/contracts/crm_host'
import type { HostUser } from '#chat/contracts/host_records'
import type { Sight } from '#chat/services/visibility/sight'
import { sightsOf, type Looking } from '#chat/services/visibility/agent_sights'

/** Whether what CRM users opened their streams by still lets them look at chats, and at which. */
export class StreamCredentials {
  constructor(protected host: CrmHost) {}

  /**
   * The requests that are still valid, each with its user as currently stored: logged in by the request's own
   * credentials, and permitted to see chats.
   */
  async good(requests: HttpContext[]): Promise<Map<HttpContext, HostUser>> {
    if (!requests.length) return new Map()
    const users = await this.host.stillLoggedIn(requests)
    const looks = await Promise.all(
      [...users].map(async ([request, user]) => ({
        request,
        user,
        may: await this.host.can(user, 'view chat'),
      }))
    )
    return new Map(looks.filter(({ may }) => may).map(({ request, user }) => [request, user]))
  }

  /** What each of these sees by now, in their order; null: all. */
  sights(lookers: Looking[]): Promise<(Sight | null)[]> {
    return sightsOf(this.host, lookers)
  }
}
