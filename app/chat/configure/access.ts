import type Configure from '@adonisjs/core/commands/configure'

/** What `config/chat.ts` says about who may do what. */
export interface AccessChoice {
  /** The function that it imports. */
  name: 'byEmail' | 'byRole' | 'everyone'
  /** The call of it. */
  code: string
  environment: Record<string, string>
}

type Flags = Record<string, string | undefined>

const CHOICES = [
  { name: 'emails', message: 'The users with the e-mail addresses in CHAT_ADMINS and CHAT_AGENTS' },
  { name: 'role', message: 'Users by a column of the user model that holds their role' },
  { name: 'everyone', message: 'Everyone who can log in' },
] as const

type Choice = (typeof CHOICES)[number]['name']

/** Asks who may use the chat unless a flag says so. Without a terminal and without a flag, no user has access. */
export async function askAccess(command: Configure): Promise<AccessChoice> {
  const flags = command.parsedFlags as Flags
  const choice = (flags.access as Choice | undefined) ?? (await ask(command))
  if (choice === 'everyone') return { name: 'everyone', code: 'everyone()', environment: {} }
  if (choice === 'role') return byRole(flags)
  return byEmail(flags, command)
}

async function ask({ prompt }: Configure): Promise<Choice> {
  if (!process.stdin.isTTY) return 'emails'
  return prompt.choice('Who may use the chat?', [...CHOICES])
}

function byRole(flags: Flags): AccessChoice {
  const column = flags['role-column'] ?? 'role'
  const admins = list(flags.admins ?? 'admin')
  const agents = list(flags.agents ?? 'agent')
  const code = `byRole('${column}', { admins: [${admins}], agents: [${agents}] })`
  return { name: 'byRole', code, environment: {} }
}

async function byEmail(flags: Flags, { prompt }: Configure): Promise<AccessChoice> {
  const isAsked = flags.admins === undefined && process.stdin.isTTY
  const admins = isAsked ? await prompt.ask('E-mail addresses of the admins') : flags.admins
  return {
    name: 'byEmail',
    code: `byEmail({
      admins: env.get('CHAT_ADMINS', '').split(','),
      agents: env.get('CHAT_AGENTS', '').split(','),
    })`,
    environment: { CHAT_ADMINS: admins ?? '', CHAT_AGENTS: flags.agents ?? '' },
  }
}

const list = (names: string) =>
  names
    .split(',')
    .map((name) => `'${name.trim()}'`)
    .join(', ')
