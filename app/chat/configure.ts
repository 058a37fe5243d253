import type Configure from '@adonisjs/core/commands/configure'
import { askAccess } from '#chat/configure/access'
import { askGuards } from '#chat/configure/guards'
import { publishMigrations } from '#chat/configure/migrations'
import { addEnvironment } from '#chat/configure/environment'
import { requirePackages } from '#chat/configure/packages'
import { endWithComma, endWithNewline } from '#chat/configure/tidy'
import { packageFile } from '#chat/support/package_files'

/** The name under which hosts install the module. */
const PACKAGE = 'adonis-crm-chat'

/**
 * `node ace configure adonis-crm-chat`: writes the configuration, the migrations, and what else the host lacks. What
 * is there already stays as it is, so that a second run changes nothing.
 *
 * Flags: `--access=emails|everyone|role|later`, `--admins=a@b.c,…`, `--agents=…`, `--role-column=role`,
 * `--user-model=#models/user`, `--guards=web,…`, `--no-install`.
 */
export async function configure(command: Configure) {
  const codemods = await command.createCodemods()
  const stubs = packageFile('app/chat/stubs')
  const access = await askAccess(command)
  const userModel = command.parsedFlags['user-model'] ?? '#models/user'
  const guards = await askGuards(command)

  endWithNewline(
    await codemods.makeUsingStub(stubs, 'config/chat.stub', { access, userModel, guards })
  )
  endWithNewline(await codemods.makeUsingStub(stubs, 'config/limiter.stub', {}))
  endWithNewline(await codemods.makeUsingStub(stubs, 'config/transmit.stub', {}))
  await addEnvironment(command.app, codemods, access.environment)
  await publishMigrations(command, PACKAGE)
  await codemods.updateRcFile((rcFile) => {
    rcFile.addProvider('@adonisjs/limiter/limiter_provider')
    rcFile.addProvider('@adonisjs/transmit/transmit_provider')
    rcFile.addProvider(`${PACKAGE}/chat_provider`)
    rcFile.addCommand(`${PACKAGE}/commands`)
  })
  endWithComma(command.app.makePath('adonisrc.ts'))
  await requirePackages(command, codemods)

  command.logger.info(
    'Next: "node ace migration:run", then open /chat; "node ace chat:doctor" names what is missing'
  )
}
