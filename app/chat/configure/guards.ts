import type Configure from '@adonisjs/core/commands/configure'
import { configProvider } from '@adonisjs/core'

interface AuthConfig {
  default: string
  guards: Record<string, unknown>
}

/**
 * The line of `config/chat.ts` that names the guards of the chat's users; empty where the application has one guard
 * only, which is its default. Without a terminal and without a flag the default guard is the chat's as well.
 */
export async function askGuards(command: Configure): Promise<string> {
  const flag = command.parsedFlags.guards as string | undefined
  const names = flag?.split(',').map((name) => name.trim()) ?? (await ask(command))
  if (!names.length) return ''
  return `\n    guards: [${names.map((name) => `'${name}'`).join(', ')}],`
}

async function ask({ app, prompt }: Configure): Promise<string[]> {
  if (!process.stdin.isTTY) return []
  const auth = app.config.get('auth', null)
  const config = await configProvider.resolve<AuthConfig>(app, auth)
  const guards = Object.keys(config?.guards ?? {})
  if (guards.length < 2) return []
  return prompt.multiple('By which guards do users of the chat log in?', guards, {
    validate: (chosen) => (chosen.length ? true : 'Choose one at least'),
  })
}
