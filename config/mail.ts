import env from '#start/env'
import { defineConfig, transports } from '@adonisjs/mail'

/** Where emails are sent from, and the server that sends them. */
const mailConfig = defineConfig({
  default: 'smtp',
  from: { address: env.get('MAIL_FROM', 'chat@localhost'), name: 'CRM' },
  mailers: {
    smtp: transports.smtp({
      host: env.get('SMTP_HOST', 'localhost'),
      port: env.get('SMTP_PORT', 587),
      secure: env.get('SMTP_PORT') === 465,
      ...(env.get('SMTP_USERNAME') && {
        auth: {
          type: 'login',
          user: env.get('SMTP_USERNAME')!,
          pass: env.get('SMTP_PASSWORD')?.release() ?? '',
        },
      }),
    }),
  },
})

export default mailConfig

declare module '@adonisjs/mail/types' {
  export interface MailersList extends InferMailers<typeof mailConfig> {}
}
