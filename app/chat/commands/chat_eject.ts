import { cpSync, existsSync } from 'node:fs'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import { chatViews } from '#chat/support/package_files'

const WHAT = ['views']

/** Copies the module's views into the application, which then uses and keeps its own. */
export default class ChatEject extends BaseCommand {
  static commandName = 'chat:eject'
  static description =
    'Copy views of the chat into resources/views/chat, where the application may change them'

  @args.string({ description: 'What to copy: views' })
  declare what: string

  @flags.string({
    description: 'Only this folder or file below, such as settings or inbox/index.edge',
  })
  declare only?: string

  @flags.boolean({ description: 'Replace files that are there' })
  declare force: boolean

  async run() {
    const from = this.only ? `${chatViews()}/${this.only}` : chatViews()
    if (!WHAT.includes(this.what) || !existsSync(from)) {
      this.exitCode = 1
      return this.logger.error(`There is nothing called "${this.only ?? this.what}" to copy`)
    }
    const to = this.app.viewsPath('chat', this.only ?? '')
    cpSync(from, to, { recursive: true, force: Boolean(this.force), errorOnExist: false })
    this.logger.success(
      `Copied to ${this.app.relativePath(to)}; views that you delete come from the package again`
    )
  }
}
