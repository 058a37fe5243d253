import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { ChatConfig } from '#chat/config/chat_config'

/** Reports what keeps the chat from working here, one sentence each; exits with 1 if there is anything. */
export default class ChatDoctor extends BaseCommand {
  static commandName = 'chat:doctor'
  static description = 'Tell what is missing for the chat to work'
  static options: CommandOptions = { startApp: true }

  async run() {
    const { CHECKS } = await import('#chat/doctor/checks')
    const config = this.app.config.get<ChatConfig>('chat')
    const failed = new Set<string>()
    for (const [name, check, ...needs] of CHECKS) {
      const missing = needs.find((need) => failed.has(need))
      if (missing) {
        this.logger.info(`${name}: not checked while "${missing}" fails`)
        continue
      }
      try {
        const remark = await check(this.app, config)
        this.logger.success(typeof remark === 'string' ? `${name}: ${remark}` : name)
      } catch (error) {
        this.exitCode = 1
        failed.add(name)
        this.logger.error(`${name}: ${(error as Error).message}`)
      }
    }
  }
}
