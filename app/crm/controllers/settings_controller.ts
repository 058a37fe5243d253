import type { HttpContext } from '@adonisjs/core/http'
import { saveSettings, settingsOf } from '#crm/services/settings'
import { CURRENCIES } from '#crm/support/money'
import { settingsValidator, TIME_ZONES } from '#crm/validators/settings'

/** What holds for the whole company. */
export default class SettingsController {
  async edit({ auth, view }: HttpContext) {
    return view.render('crm/settings/edit', {
      settings: await settingsOf(auth.getUserOrFail().tenantId),
      currencies: CURRENCIES,
      timeZones: TIME_ZONES,
    })
  }

  async update({ auth, request, response, session }: HttpContext) {
    const input = await request.validateUsing(settingsValidator)
    const { tenantId } = auth.getUserOrFail()
    await saveSettings(tenantId, {
      companyName: input.company_name,
      currency: input.currency,
      timeZone: input.time_zone,
      ...(input.employees_see_all_chats !== undefined && {
        employeesSeeAllChats: input.employees_see_all_chats,
      }),
    })
    session.flash('success', 'Your settings have been saved.')
    return response.redirect().toPath('/settings')
  }
}
