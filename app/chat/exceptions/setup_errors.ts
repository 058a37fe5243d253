import { Exception } from '@adonisjs/core/exceptions'
import { LANGUAGES } from '#chat/texts/languages'

/** The application is set up in a way in which the chat cannot work; the message says what to do, in one sentence. */
export class SetupError extends Exception {
  static status = 500
  static code = 'E_CHAT_SETUP'
}

/** The application has no `config/chat.ts`. */
export class ConfigMissing extends SetupError {
  constructor() {
    super('config/chat.ts is missing: run "node ace configure adonis-crm-chat"')
  }
}

/** The chat's tables are not there. */
export class DatabaseNotMigrated extends SetupError {
  constructor(cause: unknown) {
    super('The chat cannot read its tables: run "node ace migration:run"', { cause })
  }
}

const migrations = (count: number) => `${count} ${count === 1 ? 'migration' : 'migrations'}`

/** The application has not got the migrations of this release. */
export class MigrationsMissing extends SetupError {
  constructor(count: number) {
    super(`This application lacks ${migrations(count)} of the chat: run "node ace chat:upgrade"`)
  }
}

/** Migrations of the chat are there and have not run. */
export class MigrationsPending extends SetupError {
  constructor(count: number) {
    super(`The chat has ${migrations(count)} that did not run: run "node ace migration:run"`)
  }
}

/** `config/chat.ts` names a user model that is none. */
export class WrongUserModel extends SetupError {
  constructor() {
    super('userModel in config/chat.ts must import a file whose default export is a Lucid model')
  }
}

/** A request has reached the chat's pages without the host's auth middleware. */
export class AuthNotInitialized extends SetupError {
  constructor() {
    super(
      'The chat\'s pages need "@adonisjs/auth/initialize_auth_middleware": add it to router.use in start/kernel.ts'
    )
  }
}

/** The host's implementation of the contract lacks a method. */
export class HostMethodMissing extends SetupError {
  constructor(method: string) {
    super(
      `The host in config/chat.ts has no method "${method}", which the contract CrmHost asks for`
    )
  }
}

/** The host's layout does not render what the chat's pages give it. */
export class LayoutSlotMissing extends SetupError {
  constructor(layout: string, slot: string) {
    super(`The layout "${layout}" must render the slot "${slot}": {{{ await $slots.${slot}() }}}`)
  }
}

/** `config/chat.ts` names a layout that does not exist. */
export class LayoutMissing extends SetupError {
  constructor(layout: string) {
    super(`The layout "${layout}" in config/chat.ts is no Edge component of this application`)
  }
}

/** `mail.inbound` in `config/chat.ts` cannot work. */
export class InvalidInboundMail extends SetupError {
  constructor(option: string, reason: string) {
    super(`mail.inbound.${option} in config/chat.ts ${reason}`)
  }
}

/** `metricsToken` in `config/chat.ts` could be guessed. */
export class InvalidMetricsToken extends SetupError {
  constructor(shortest: number) {
    super(`metricsToken in config/chat.ts must have ${shortest} characters or more`)
  }
}

/** A mailbox is to be read without the library for it. */
export class ImapLibraryMissing extends SetupError {
  constructor() {
    super('mail.inbound.imap in config/chat.ts needs a library: run "npm install imapflow"')
  }
}

/** `config/chat.ts` has an option that the chat does not know. */
export class UnknownOption extends SetupError {
  constructor(name: string) {
    super(`config/chat.ts has the option "${name}", which the chat does not know`)
  }
}

/** `language` in `config/chat.ts` is none of the chat's. */
export class UnknownLanguage extends SetupError {
  constructor(value: unknown) {
    super(
      `language in config/chat.ts is ${JSON.stringify(value)}: it must be one of ${LANGUAGES.join(', ')}`
    )
  }
}
