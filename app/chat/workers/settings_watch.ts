import type { Logger } from '@adonisjs/core/logger'
import type { SettingsVersion } from '#chat/services/settings/settings_version'

/** Less than the second for which a look holds, so that one which is a little late leaves no gap. */
const EVERY_MS = 800

/** Looks at the version of the settings, so that requests need not (`SettingsVersion`). */
export class SettingsWatch {
  #timer?: NodeJS.Timeout
  #looking?: Promise<void>

  constructor(
    protected version: Pick<SettingsVersion, 'look'>,
    protected logger: Logger
  ) {}

  start() {
    clearInterval(this.#timer)
    this.#timer = setInterval(() => this.#look(), EVERY_MS)
    this.#timer.unref()
    this.#look()
  }

  /** Resolves when it no longer uses the database. */
  async stop() {
    clearInterval(this.#timer)
    await this.#looking
  }

  /** What was read holds for a second without it. */
  #look() {
    this.#looking ??= this.version
      .look()
      .catch((error: unknown) =>
        this.logger.warn({ err: error }, 'the version of the settings could not be read')
      )
      .finally(() => (this.#looking = undefined))
  }
}
