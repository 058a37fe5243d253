import edge from 'edge.js'
import type { ApplicationService } from '@adonisjs/core/types'
import { initials } from '#crm/support/name'
import { icon } from '#crm/support/icons'
import { formatMoney } from '#crm/support/money'
import { formatAgo, formatDate, formatDateTime, isoDate } from '#crm/support/dates'
import { bindShieldOnce } from '#crm/support/shield_binding'
import { cacheTemplates } from '#crm/support/template_cache'
import { mailto } from '#crm/support/mailto'
import { safeUrl } from '#crm/support/safe_url'

/** Gives the views of the CRM their components and helpers, and says what is not fit for production. */
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
    edge.global('crmDate', formatDate)
    edge.global('crmAgo', formatAgo)
    edge.global('crmIso', isoDate)
    edge.global('crmInitials', initials)
    edge.global('crmSafeUrl', safeUrl)
    edge.global('crmMailto', mailto)
  }

  async ready() {
    if (this.app.getEnvironment() !== 'web') return
    const { reportDemoAccounts } = await import('#crm/auth/demo_password')
    const logger = await this.app.container.make('logger')
    const failed = (error: unknown) =>
      logger.error({ err: error }, 'demo accounts were not looked for')
    await reportDemoAccounts(logger).catch(failed)
  }
}
