import type { HttpContext } from '@adonisjs/core/http'
import { settingsOf } from '#crm/services/settings'

/** The customers' own pages, with the support chat in their layout. */
export default class PortalController {
  async show({ auth, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const { companyName } = await settingsOf(user.tenantId)
    return view.render('crm/portal/show', { user, companyName })
  }
}
