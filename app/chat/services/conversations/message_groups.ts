import type { StoredRows, UsualMessage } from '#chat/services/conversations/usual_message'

/** Transactions of groups at a time: while one waits for the database, another is prepared. */
const AT_A_TIME = 2

/** More would keep the first of them waiting for the last. */
const MOST_IN_A_GROUP = 32

type Rows = StoredRows | null

interface Waiting {
  message: UsualMessage
  resolve: (rows: Rows | Promise<Rows>) => void
}

/** Ways to store messages: together, which stores each or says null, and each in a transaction of its own. */
interface Ways {
  together: (messages: UsualMessage[]) => Promise<Rows[] | null>
  alone: (message: UsualMessage) => Promise<Rows>
}

/**
 * Stores messages that arrive while others are being stored in one transaction: the busier the site, the fewer
 * statements each takes, and none waits on a calm one. What a group does not store is stored alone, and so is every
 * message of a group that fails.
 */
export class MessageGroups {
  #waiting: Waiting[] = []
  #underWay = 0

  constructor(protected ways: Ways) {}

  /** As `ways.alone`. */
  store(message: UsualMessage): Promise<Rows> {
    return new Promise((resolve) => {
      this.#waiting.push({ message, resolve })
      void this.#next()
    })
  }

  async #next() {
    if (this.#underWay === AT_A_TIME || this.#waiting.length === 0) return
    this.#underWay += 1
    await this.#together(this.#take())
    this.#underWay -= 1
    void this.#next()
  }

  /** Those that came first, one of each conversation. */
  #take(): Waiting[] {
    const group = new Map<unknown, Waiting>()
    for (const each of this.#waiting) {
      const { external_id: id } = each.message.conversation
      if (group.size < MOST_IN_A_GROUP && !group.has(id)) group.set(id, each)
    }
    const taken = new Set(group.values())
    this.#waiting = this.#waiting.filter((each) => !taken.has(each))
    return [...taken]
  }

  async #together(group: Waiting[]) {
    const rows = await this.ways.together(group.map(({ message }) => message)).catch(() => null)
    group.forEach((each, index) => {
      // Nothing waits for a message whose conversation is locked
      each.resolve(rows?.[index] ?? this.ways.alone(each.message))
    })
  }
}
