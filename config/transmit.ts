import { defineConfig } from '@adonisjs/transmit'

/** The chat module beats the heart of its own streams, so Transmit's ping stays off. */
export default defineConfig({
  pingInterval: false,
  transport: null,
})
