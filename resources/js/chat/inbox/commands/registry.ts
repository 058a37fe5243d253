/** Where a command stands in the palette and in the help. */
export type CommandGroup = 'Conversation' | 'Selected' | 'List' | 'Go to' | 'You'

/** One of the answers to what a command asks: whom to assign, which filter to show. */
export interface Choice {
  title: string
  /** What helps to decide, beside the title: "online, 3/5". */
  detail?: string
  run(): unknown
}

/** Something that one can do in the inbox, however it is asked for: by key, button or palette. */
export interface Command {
  /** Unique; a button names it in `data-command`. */
  id: string
  title: string
  group: CommandGroup
  /** Keys as events name them; `mod+k` is Ctrl or ⌘ with k. Letters work in the list (`Letters`). */
  keys?: string[]
  /** How the help puts it, where the title does not say enough. */
  help?: string
  /** More words that the palette finds it by. */
  words?: string
  /** False for what makes sense by key or button only: closing, going back. */
  inPalette?: boolean
  /** Whether it can be done now: the conversation's state and one's permissions decide. */
  isAvailable?(): boolean
  run(): unknown
  /** With choices the palette asks for one of them instead of running the command. */
  choices?(): Choice[]
}

/** Looks up what can be chosen by a query: conversations by number or name. */
export type Finder = (query: string, signal: AbortSignal) => Promise<Choice[]>

/** Everything that can be done in the inbox, in one list: keys, buttons, palette and help read it. */
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

  /** What the palette offers now. */
  available(): Command[] {
    return this.all().filter((each) => each.inPalette !== false && isAvailable(each))
  }

  /** Runs a command by its id; answers whether it could be done. */
  run(id: string): boolean {
    const command = this.#commands.get(id)
    if (!command || !isAvailable(command)) return false
    command.run()
    return true
  }

  has(id: string) {
    return this.#commands.has(id)
  }

  /** The command of a key; one that cannot be done now keeps its key. */
  forKey(key: string): Command | undefined {
    return this.all().find(({ keys }) => keys?.includes(key))
  }

  async find(query: string, signal: AbortSignal): Promise<Choice[]> {
    const found = await Promise.all(this.#finders.map((finder) => finder(query, signal)))
    return found.flat()
  }
}

export const isAvailable = ({ isAvailable: can }: Command) => can?.() ?? true
