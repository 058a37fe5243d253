import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { disableConsequences } from '#chat/presenters/disabling'
import { SETTINGS } from '#chat/support/module_pages'
import { chatSwitchValidator } from '#chat/validators/settings/chat_switch'
import { chatUrl } from '#chat/support/chat_url'

/** Chat > Settings: what there is to set, and the module's switch where the host leaves it to the chat. */
@inject()
export default class ChatSettingsController {
  constructor(protected chat: ChatService) {}

  async index({ chatAuth, view }: HttpContext) {
    const { tenantId, may } = chatAuth
    const { host } = this.chat
    const isEnabled = await host.isModuleEnabled(tenantId)
    const maySwitch = host.switchModule && may.has('manage settings')
    const consequences = isEnabled ? await disableConsequences(tenantId) : []
    return view.render('chat::settings/home', {
      pages: isEnabled ? SETTINGS.filter(({ permission }) => may.has(permission)) : [],
      toggle: maySwitch ? { isEnabled, consequences } : null,
    })
  }

  /** A host with a switch of its own has none here. */
  async update({ chatAuth, request, response }: HttpContext) {
    const { enabled } = await chatSwitchValidator.validate(request.all())
    const { tenantId, user } = chatAuth
    await this.chat.host.switchModule?.(tenantId, enabled === 'yes', user.id)
    return response.redirect().toPath(chatUrl('chat.settings.home'))
  }
}
