import { Env } from '@adonisjs/core/env'

export default await Env.create(new URL('../', import.meta.url), {
  NODE_ENV: Env.schema.enum(['development', 'production', 'test'] as const),
  PORT: Env.schema.number(),
  HOST: Env.schema.string({ format: 'host' }),
  APP_URL: Env.schema.string({ format: 'url', tld: false }),
  WIDGET_URL: Env.schema.string.optional({ format: 'url', tld: false }),
  APP_KEY: Env.schema.secret(),
  LOG_LEVEL: Env.schema.string(),
  TRUST_PROXY: Env.schema.string.optional(),
  COUNTRY_HEADER: Env.schema.string.optional(),
  DEMO_SITE_PORT: Env.schema.number.optional(),

  MAIL_FROM: Env.schema.string.optional(),
  SMTP_HOST: Env.schema.string.optional(),
  SMTP_PORT: Env.schema.number.optional(),
  SMTP_USERNAME: Env.schema.string.optional(),
  SMTP_PASSWORD: Env.schema.secret.optional(),

  MAIL_REPLY_TO: Env.schema.string.optional(),
  MAIL_SECRET: Env.schema.secret.optional(),
  IMAP_HOST: Env.schema.string.optional(),
  IMAP_PORT: Env.schema.number.optional(),
  IMAP_SECURE: Env.schema.boolean.optional(),
  IMAP_USER: Env.schema.string.optional(),
  IMAP_PASSWORD: Env.schema.secret.optional(),
  IMAP_MAILBOX: Env.schema.string.optional(),

  METRICS_TOKEN: Env.schema.secret.optional(),

  CHAT_FILES: Env.schema.string.optional(),
  CHAT_PRIVATE_WEBHOOKS: Env.schema.boolean.optional(),
  CHAT_PUSH_SERVICES: Env.schema.string.optional(),
  CHAT_PRIVATE_PUSH: Env.schema.boolean.optional(),
  CHAT_WORK_IN_WEB_PROCESS: Env.schema.boolean.optional(),

  REDIS_URL: Env.schema.string.optional(),

  DB_CONNECTION: Env.schema.enum.optional(['sqlite', 'mysql', 'pg'] as const),
  SQLITE_PATH: Env.schema.string.optional(),
  DB_HOST: Env.schema.string.optional({ format: 'host' }),
  DB_PORT: Env.schema.number.optional(),
  DB_USER: Env.schema.string.optional(),
  DB_PASSWORD: Env.schema.string.optional(),
  DB_DATABASE: Env.schema.string.optional(),
})
