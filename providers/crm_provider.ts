import edge from 'edge.js'
import type { ApplicationService } from '@adonisjs/core/types'
import { initials } from '#crm/support/name'
import { icon } from '#crm/support/icons'
import { formatMoney } from '#crm/support/money'
import { formatAgo, formatDateTime, isoDate } from '#crm/support/dates'
import { bindShieldOnce } from '#crm/support/shield_binding'
import { cacheTemplates } from '#crm/support/template_cache'
import { mailto } from '#crm/support/mailto'
import { safeUrl } from '#crm/support/safe_url'

/** Gives the views of the CRM their components and helpers. */
export default class CrmProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    const { crmAsset } = await import('#crm/support/assets')
    if (!this.app.inDev) cacheTemplates(edge)
    bindShieldOnce(this.app, edge)
    edge.mount('crm', this.app.viewsPath('crm'))
    edge.global('crmAsset', crmAsset)
    edge.global('crmIcon', icon)
    edge.global('crmMoney', formatMoney)
    edge.global('crmDateTime', formatDateTime)
    edge.global('crmAgo', formatAgo)
    edge.global('crmIso', isoDate)
    edge.global('crmInitials', initials)
    edge.global('crmSafeUrl', safeUrl)
    edge.global('crmMailto', mailto)
  }
}
