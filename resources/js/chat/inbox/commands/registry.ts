/** Where a command stands in the palette and in the help. */
export type CommandGroup = 'conversation' | 'selected' | 'list' | 'go' | 'you'

/** A choice that a command offers: an assignee, a filter. */
export interface Choice {
  title: string
  /** A detail beside the title: "online, 3/5". */
  detail?: string
  run(): unknown
}

/** An action of the inbox, run by key, button or palette. */
export interface Command {
  /** Unique; a button names it in `data-command`. */
  id: string
  title: string
  group: CommandGroup
  /** Keys as events name them; `mod+k` is Ctrl or ⌘ with k. Letters work in the list (`Letters`). */
  keys?: string[]
  /** The help's text, where the title is not enough. */
  help?: string
  /** Additional search words for the palette. */
  words?: string
  /** False for commands that make sense by key or button only: closing, going back. */
  inPalette?: boolean
  /** Whether the conversation's state and the agent's permissions allow it. */
  isAvailable?(): boolean
  run(): unknown
  /** With choices the palette asks for one of them instead of running the command. */
  choices?(): Choice[]
}

/** Finds choices by a query: conversations by number or name. */
export type Finder = (query: string, signal: AbortSignal) => Promise<Choice[]>

/** All commands of the inbox; keys, buttons, palette and help read this list. */
export class CommandRegistry {
  #commands = new Map<string, Command>()
  #finders: Finder[] = []

  /** Adds commands, in the order in which the palette and the help show them. */
  add(...commands: Command[]) {
    for (const command of commands) this.#commands.set(command.id, command)
  }

  addFinder(finder: Finder) {
    this.#finders.push(finder)
  }

  all(): Command[] {
    return [...this.#commands.values()]
  }

  /** The commands that are available. */
  available(): Command[] {
    return this.all().filter((each) => each.inPalette !== false && isAvailable(each))
  }

  /** Runs a command by its id; returns whether it was available. */
  run(id: string): boolean {
    const command = this.#commands.get(id)
    if (!command || !isAvailable(command)) return false
    command.run()
    return true
  }

  has(id: string) {
    return this.#commands.has(id)
  }

  /** The command of a key; an unavailable command keeps its key. */
  forKey(key: string): Command | undefined {
    return this.all().find(({ keys }) => keys?.includes(key))
  }

  async find(query: string, signal: AbortSignal): Promise<Choice[]> {
    const found = await Promise.all(this.#finders.map((finder) => finder(query, signal)))
    return found.flat()
  }
}

export const isAvailable = ({ isAvailable: can }: Command) => can?.() ?? true
