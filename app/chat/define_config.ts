import { completeBases, type Bases } from '#chat/config/bases'
import type { ChatConfig } from '#chat/config/chat_config'
import { completeInbound, SHORTEST_SECRET, type InboundInput } from '#chat/config/inbound_mail'
import { InvalidMetricsToken, UnknownLanguage, UnknownOption } from '#chat/exceptions/setup_errors'
import { LANGUAGES } from '#chat/texts/languages'
import { DEFAULT_SETTINGS, type OptionalSettings } from '#chat/config/default_settings'

/** What `config/chat.ts` must say, and what it may say instead of the default. */
export type ChatConfigInput = Omit<ChatConfig, keyof OptionalSettings | 'bases'> &
  Partial<
    Omit<
      OptionalSettings,
      'limits' | 'streams' | 'mail' | 'notifications' | 'push' | 'files' | 'webhooks'
    >
  > & {
    bases?: Partial<Bases>
    limits?: Partial<ChatConfig['limits']>
    streams?: Partial<ChatConfig['streams']>
    mail?: Partial<Omit<ChatConfig['mail'], 'inbound'>> & { inbound?: InboundInput | null }
    notifications?: Partial<ChatConfig['notifications']>
    push?: Partial<ChatConfig['push']>
    files?: Partial<ChatConfig['files']>
    webhooks?: Partial<ChatConfig['webhooks']>
  }

/**
 * Completes `config/chat.ts` with the defaults.
 *
 * @throws UnknownOption for an option that does not exist
 * @throws InvalidMetricsToken when it could be guessed
 * @throws UnknownLanguage when `language` is none of the chat's
 * @throws SetupError when a base is no path, or overlaps with another (see `completeBases`), or `mail.inbound` cannot work
 * @throws Error when the widget's address is under the CRM's own host name
 */
export function defineConfig(input: ChatConfigInput): ChatConfig {
  const [unknown] = unknownOptions(input)
  if (unknown) throw new UnknownOption(unknown)
  if (input.language && !LANGUAGES.includes(input.language))
    throw new UnknownLanguage(input.language)
  if (input.metricsToken && input.metricsToken.length < SHORTEST_SECRET)
    throw new InvalidMetricsToken(SHORTEST_SECRET)
  return {
    ...DEFAULT_SETTINGS,
    homeUrl: homeOf(input),
    ...input,
    widgetUrl: ownAddress(input),
    bases: completeBases(input.bases),
    limits: { ...DEFAULT_SETTINGS.limits, ...input.limits },
    streams: { ...DEFAULT_SETTINGS.streams, ...input.streams },
    mail: {
      ...DEFAULT_SETTINGS.mail,
      ...input.mail,
      inbound: completeInbound(input.mail?.inbound),
    },
    notifications: { ...DEFAULT_SETTINGS.notifications, ...input.notifications },
    push: { ...DEFAULT_SETTINGS.push, ...input.push },
    files: { ...DEFAULT_SETTINGS.files, ...input.files },
    webhooks: { ...DEFAULT_SETTINGS.webhooks, ...input.webhooks },
  }
}

/** Everything that `config/chat.ts` may say. */
const KNOWN = [
  'host',
  'publicUrl',
  'widgetUrl',
  'bases',
  'connection',
  'redisUrl',
  'userLanguage',
  'metricsToken',
  ...Object.keys(DEFAULT_SETTINGS),
]

/** Settings with names of their own, as in `limits.apiPerUser`. */
const PARTS = ['limits', 'streams', 'mail', 'notifications', 'push', 'files', 'webhooks'] as const

function unknownOptions(input: ChatConfigInput): string[] {
  const ofParts = PARTS.flatMap((part) =>
    Object.keys(input[part] ?? {})
      .filter((name) => !(name in DEFAULT_SETTINGS[part]))
      .map((name) => `${part}.${name}`)
  )
  return [...Object.keys(input).filter((name) => !KNOWN.includes(name)), ...ofParts]
}

/** The path of `publicUrl`, with one slash at its end. */
const homeOf = ({ publicUrl }: ChatConfigInput) =>
  URL.parse(`${publicUrl}/`)?.pathname.replace(/\/+$/, '/') ?? '/'

function ownAddress({ publicUrl, widgetUrl }: ChatConfigInput) {
  const address = widgetUrl?.replace(/\/+$/, '')
  if (!address || address === publicUrl) return undefined
  if (new URL(address).hostname !== new URL(publicUrl).hostname) return address
  throw new Error(`The widget's address ${address} needs another host name than the CRM's`)
}
