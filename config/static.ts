import { defineConfig } from '@adonisjs/static'

/** The host's own browser assets, built with hashed names into `dist/public`. */
const staticConfig = defineConfig({
  enabled: true,
  etag: true,
  lastModified: true,
  dotFiles: 'ignore',
  maxAge: '1 year',
  immutable: true,
})

export default staticConfig
