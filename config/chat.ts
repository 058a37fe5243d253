import { adonisMailer, defineConfig, keptMailer, ownFiles, PUSH_SERVICES } from 'adonis-crm-chat'
import env from '#start/env'
import { appUrl } from '#config/app'

const mailServer = env.get('SMTP_HOST')
const ownPushServices = env.get('CHAT_PUSH_SERVICES')?.split(/[\s,]+/) ?? []
const replyTo = env.get('MAIL_REPLY_TO')
const mailSecret = env.get('MAIL_SECRET')?.release()
const mailbox = env.get('IMAP_HOST')
const imap = mailbox && {
  host: mailbox,
  port: env.get('IMAP_PORT'),
  secure: env.get('IMAP_SECURE'),
  user: env.get('IMAP_USER', ''),
  password: env.get('IMAP_PASSWORD')?.release() ?? '',
  mailbox: env.get('IMAP_MAILBOX'),
}
const isTryOut = env.get('NODE_ENV') !== 'production'

/** The only place where the chat module and the CRM around it meet. */
const chatConfig = defineConfig({
  publicUrl: appUrl,
  widgetUrl: env.get('WIDGET_URL'),
  redisUrl: env.get('REDIS_URL'),
  metricsToken: env.get('METRICS_TOKEN')?.release(),
  countryHeader: env.get('COUNTRY_HEADER') ?? null,
  layout: 'crm/components/layout',
  webhooks: { allowPrivateAddresses: env.get('CHAT_PRIVATE_WEBHOOKS', false) },
  push: {
    services: [...PUSH_SERVICES, ...ownPushServices],
    allowPrivateAddresses: env.get('CHAT_PRIVATE_PUSH', false),
  },
  workInWebProcess: env.get('CHAT_WORK_IN_WEB_PROCESS', true),
  mail: {
    inbound:
      replyTo && mailSecret ? { address: replyTo, secret: mailSecret, imap: imap || null } : null,
  },
  mailer: mailServer ? adonisMailer() : isTryOut ? keptMailer : async () => null,
  files: { store: ownFiles({ folder: env.get('CHAT_FILES', 'tmp/chat_files') }) },
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
