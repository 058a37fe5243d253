import { defineConfig } from '@adonisjs/transmit'
import { redisTransport } from 'adonis-crm-chat'
import env from '#start/env'

/** The chat module beats the heart of its own streams, so Transmit's ping stays off. */
export default defineConfig({
  pingInterval: false,
  transport: await redisTransport(env.get('REDIS_URL')),
})
