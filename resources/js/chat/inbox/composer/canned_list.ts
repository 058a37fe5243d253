import type { Api } from '../../agent/api.js'

export interface CannedEntry {
  id: string
  shortcut: string
  title: string
  preview: string
}

const MOST_SHOWN = 8

/** The team's ready answers: asked for when the first `/` is typed, and once per page. */
export class CannedList {
  #entries?: Promise<CannedEntry[]>

  constructor(private api: Api) {}

  /** Those whose shortcut begins with what was typed, then those with a word that does. */
  async matching(typed: string): Promise<CannedEntry[]> {
    const wanted = typed.toLowerCase()
    const entries = await this.#all()
    const begins = entries.filter(({ shortcut }) => shortcut.startsWith(wanted))
    const others = entries.filter((entry) => !begins.includes(entry) && hasWord(entry, wanted))
    return [...begins, ...others].slice(0, MOST_SHOWN)
  }

  /** The text for a conversation, filled in by the server. */
  async text(conversation: string, id: string): Promise<string> {
    const url = `/chat/${conversation}/canned-responses/${id}`
    const { content } = await this.api.get<{ content: string }>(url)
    return content
  }

  #all() {
    this.#entries ??= this.api
      .get<{ responses: CannedEntry[] }>('/chat/canned-responses')
      .then(({ responses }) => responses)
    this.#entries.catch(() => (this.#entries = undefined))
    return this.#entries
  }
}

function hasWord({ shortcut, title }: CannedEntry, wanted: string) {
  const words = `${shortcut} ${title}`.toLowerCase().split(/[\s_-]+/)
  return words.some((word) => word.startsWith(wanted))
}
