import { createHash } from 'node:crypto'
import { chatUrl } from '#chat/support/chat_url'
import { catalogue, inLanguage, languageInUse } from '#chat/texts/catalogue'
import { languageOf } from '#chat/texts/languages'

/** The areas of the catalogue that each script of the agents' pages reads. */
const AREAS = {
  agent: ['agent_script'],
  inbox: ['inbox_script', 'inbox_commands', 'drawn'],
  settings: ['settings_script', 'widget'],
}

export type ScriptName = keyof typeof AREAS

/**
 * The texts of one script, in the language in use, and where the module's pages are, as a file that browsers load
 * before the script: on a page of the host nothing else that is the module's stands before it.
 */
export interface TextsFile {
  /** Carries its language and a hash of what is in it, so that it can be kept for ever. */
  name: string
  source: string
}

/** The file of a script's texts; null for a script that has none. */
export function textsFile(script: string): TextsFile | null {
  if (!Object.hasOwn(AREAS, script)) return null
  const { locale, messages } = catalogue()
  const areas = AREAS[script as ScriptName].map((area) => [area, messages[area]])
  const source =
    `self.chatBase=${JSON.stringify(chatUrl('chat.inbox.index'))};` +
    `self.chatTexts??={locale:${JSON.stringify(locale)},messages:{}};` +
    `Object.assign(chatTexts.messages,${JSON.stringify(Object.fromEntries(areas))})`
  const hash = createHash('sha256').update(source).digest('base64url').slice(0, 12)
  return { name: `${script}.${languageInUse()}.${hash}.js`, source }
}

/** The file that has this name, or that has replaced it; null for a script that has none. */
export function textsFileOf(name: string): TextsFile | null {
  const [script, language] = name.split('.')
  return inLanguage(languageOf(language) ?? 'en', () => textsFile(script))
}

/** The address at which browsers load the texts of a script. */
export const textsUrl = (script: ScriptName) =>
  chatUrl('chat.texts', { file: textsFile(script)!.name })
