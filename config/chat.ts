import { defineConfig } from '#chat/define_config'
import { appUrl } from '#config/app'

/** The only place where the chat module and the CRM around it meet. */
const chatConfig = defineConfig({
  publicUrl: appUrl,
  layout: 'crm/components/layout',
  host: async () => {
    const { crmChatHost } = await import('#crm/services/crm_chat_host')
    return crmChatHost
  },
  crmMiddleware: async () => {
    const { crmPage } = await import('#start/kernel')
    return crmPage
  },
  apiMiddleware: async () => {
    const { crmApi } = await import('#start/kernel')
    return crmApi
  },
})

export default chatConfig
