import type { CommandMetaData } from '@adonisjs/core/types/ace'

/** The module's Ace commands, as AdonisJS lists and loads them. */
export async function getMetaData(): Promise<CommandMetaData[]> {
  return []
}

export async function getCommand() {
  return null
}
