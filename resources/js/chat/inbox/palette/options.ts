import { fit } from '../commands/fuzzy.js'
import { keysShown } from '../commands/keys_shown.js'
import type { Choice, Command } from '../commands/registry.js'
import { text } from '../texts.js'

/** A line of the palette. */
export interface Option {
  group: string
  title: string
  detail: string
  keys: string[]
  /** What it does; a command with choices asks for one of them first. */
  run(): unknown
  choices?(): Choice[]
}

/** An option with its position. */
interface Line {
  id: string
  index: number
  option: Option
}

const MOST = 50

/**
 * The lines for a query: without one every command under its group, else the best matches first, single choices
 * included ("Assign… › Anna").
 */
export function commandOptions(commands: Command[], typed: string): Option[] {
  if (!typed.trim()) return commands.map((command) => optionOf(command))
  const all = commands.flatMap((command) => {
    const { title, words = '' } = command
    /** A match in a command's title counts more than one in its keywords. */
    const fits = Math.max(fit(typed, title), fit(typed, `${title} ${words}`) / 2)
    const single = (command.choices?.() ?? []).map((choice) => ({
      option: choiceOption({ ...choice, title: `${title.replace('…', '')} › ${choice.title}` }, ''),
      fits: fit(typed, `${title} ${choice.title}`),
    }))
    return [{ option: { ...optionOf(command), group: '' }, fits }, ...single]
  })
  return best(all)
}

/** The choices of a command. */
export function choiceOptions(choices: Choice[], typed: string): Option[] {
  return best(
    choices.map((choice) => ({ option: choiceOption(choice, ''), fits: fit(typed, choice.title) }))
  )
}

export const choiceOption = ({ title, detail = '', run }: Choice, group: string): Option => ({
  group,
  title,
  detail,
  keys: [],
  run,
})

const optionOf = (command: Command): Option => ({
  group: text(`inbox_commands.groups.${command.group}`),
  title: command.title,
  detail: '',
  keys: keysShown(command),
  run: () => command.run(),
  choices: command.choices,
})

/** Options under the titles of their groups; those without one stand alone. */
export function linesIn(options: Option[]) {
  const groups = new Map<string, { title: string; label: string | null; lines: Line[] }>()
  for (const [index, option] of options.entries()) {
    const { group: title } = option
    const group = groups.get(title) ?? { title, label: title || null, lines: [] }
    groups.set(title, group)
    group.lines.push({ id: `chat-palette-${index}`, index, option })
  }
  return [...groups.values()]
}

function best(all: { option: Option; fits: number }[]): Option[] {
  return all
    .filter(({ fits }) => fits > 0)
    .sort((a, b) => b.fits - a.fits)
    .slice(0, MOST)
    .map(({ option }) => option)
}
