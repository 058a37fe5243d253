import type {
  CannedEntryJson,
  CannedListJson,
  CannedTextJson,
} from '../../../../../app/chat/transformers/json/inbox_json.js'
import type { Api } from '../../agent/api.js'
import { pageUrl } from '../../shared/page_url.js'

export type CannedEntry = CannedEntryJson

const MOST_SHOWN = 8

/** The team's canned responses: fetched with the first `/`, once per page. */
export class CannedList {
  #entries?: Promise<CannedEntry[]>

  constructor(private api: Api) {}

  /** Responses whose shortcut begins with the query, then those with a word that does. */
  async matching(typed: string): Promise<CannedEntry[]> {
    const wanted = typed.toLowerCase()
    const entries = await this.#all()
    const begins = entries.filter(({ shortcut }) => shortcut.startsWith(wanted))
    const others = entries.filter((entry) => !begins.includes(entry) && hasWord(entry, wanted))
    return [...begins, ...others].slice(0, MOST_SHOWN)
  }

  /** The text for a conversation, filled in by the server. */
  async text(conversation: string, id: string): Promise<string> {
    const url = pageUrl(`/${conversation}/canned-responses/${id}`)
    const { content } = await this.api.get<CannedTextJson>(url)
    return content
  }

  #all() {
    this.#entries ??= this.api
      .get<CannedListJson>(pageUrl('/canned-responses'))
      .then(({ responses }) => responses)
    this.#entries.catch(() => (this.#entries = undefined))
    return this.#entries
  }
}

function hasWord({ shortcut, title }: CannedEntry, wanted: string) {
  const words = `${shortcut} ${title}`.toLowerCase().split(/[\s_-]+/)
  return words.some((word) => word.startsWith(wanted))
}
