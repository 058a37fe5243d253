import type { HttpContext } from '@adonisjs/core/http'
import { findModule, registeredModules } from '#crm/services/modules/module_registry'
import { moduleSwitch } from '#crm/services/modules/module_switch'
import { foundOr404 } from '#crm/support/found'
import { moduleStateValidator } from '#crm/validators/settings'

/** Integrations > Modules: what can be added to the CRM, and whether it is on. */
export default class ModulesController {
  async index({ auth, view }: HttpContext) {
    const { tenantId } = auth.getUserOrFail()
    const modules = await Promise.all(
      registeredModules().map(async ({ definition }) => {
        const enabled = await moduleSwitch.isEnabled(definition.id, tenantId)
        const stops = enabled ? await definition.disableConsequences?.(tenantId) : []
        return { definition, enabled, stops }
      })
    )
    const categories = Map.groupBy(modules, ({ definition }) => definition.category)
    return view.render('crm/settings/modules', { categories: [...categories] })
  }

  /** Switches a module; one that has been switched on leads to its next step, where it names one. */
  async update({ auth, params, request, response, session }: HttpContext) {
    const { definition } = foundOr404(findModule(params.id))
    const { enabled } = await request.validateUsing(moduleStateValidator)
    const { id, tenantId } = auth.getUserOrFail()
    await moduleSwitch.toggle(definition.id, tenantId, enabled, String(id))
    session.flash('success', `${definition.name} is now ${enabled ? 'on' : 'off'}.`)
    const next = enabled ? definition.setupUrl : null
    return response.redirect().toPath(next ?? '/settings/modules')
  }
}
