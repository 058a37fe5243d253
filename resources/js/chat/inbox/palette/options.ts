import { fit } from '../commands/fuzzy.js'
import { keysShown } from '../commands/keys_shown.js'
import type { Choice, Command } from '../commands/registry.js'

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

const MOST = 50

/**
 * The lines for what was typed: without a word every command under its group, with words the best
 * fitting first, among them single choices ("Assign… › Anna").
 */
export function commandOptions(commands: Command[], typed: string): Option[] {
  if (!typed.trim()) return commands.map((command) => optionOf(command))
  const all = commands.flatMap((command) => {
    const { title, words = '' } = command
    /** What a command is called counts more than what else it is found by. */
    const fits = Math.max(fit(typed, title), fit(typed, `${title} ${words}`) / 2)
    const single = (command.choices?.() ?? []).map((choice) => ({
      option: choiceOption({ ...choice, title: `${title.replace('…', '')} › ${choice.title}` }, ''),
      fits: fit(typed, `${title} ${choice.title}`),
    }))
    return [{ option: { ...optionOf(command), group: '' }, fits }, ...single]
  })
  return best(all)
}

/** The lines of a command that asks for a choice. */
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
  group: command.group,
  title: command.title,
  detail: '',
  keys: keysShown(command),
  run: () => command.run(),
  choices: command.choices,
})

function best(all: { option: Option; fits: number }[]): Option[] {
  return all
    .filter(({ fits }) => fits > 0)
    .sort((a, b) => b.fits - a.fits)
    .slice(0, MOST)
    .map(({ option }) => option)
}
