/// <reference lib="dom" />
import { test } from '@japa/runner'
import { Outbox } from '../../../../resources/js/chat/shared/net/outbox.js'
import type {
  OutboxEntry,
  OutboxStorage,
} from '../../../../resources/js/chat/shared/net/outbox_storage.js'
import { pause } from '../../../../resources/js/chat/shared/net/request.js'
import { RequestError } from '../../../../resources/js/chat/shared/net/request_error.js'
import { uuid } from '../../../../resources/js/chat/shared/net/uuid.js'

interface Letter extends OutboxEntry {
  text: string
  to: string
}

/** An outbox whose server answers each letter as a test wants it to. */
class Letters extends Outbox<Letter> {
  tried: string[] = []
  arrived: string[] = []
  #onChange: () => void = () => {}

  constructor(
    storage: OutboxStorage,
    private answer: (letter: Letter) => Promise<void> | void = () => {}
  ) {
    super(storage, 'letters')
  }

  write(text: string, to = 'jane') {
    this.put({ text, to })
  }

  /** Settles when this is so after a change. */
  until(isSo: () => boolean) {
    return new Promise<void>((resolve) => {
      this.#onChange = () => isSo() && resolve()
      this.#onChange()
    })
  }

  get texts() {
    return this.entries.map(({ text }) => text)
  }

  protected async send(letter: Letter) {
    this.tried.push(letter.text)
    await this.answer(letter)
    this.arrived.push(letter.text)
  }

  protected laneOf({ to }: Letter) {
    return to
  }

  protected changed() {
    this.#onChange()
  }

  protected revive(stored: Partial<Letter>) {
    return stored as Letter
  }
}

function shelf(): OutboxStorage {
  const kept = new Map<string, string>()
  return {
    list: () => [...kept],
    set: (id, text) => (text === null ? kept.delete(id) : kept.set(id, text)),
    isStored: () => true,
  }
}

/** A browser's globals on a page of plain HTTP: no Web Locks, no `randomUUID`. */
function plainPage() {
  const kept = new Map<string, string>()
  const globals = {
    document: { hidden: false },
    navigator: {},
    crypto: { getRandomValues: crypto.getRandomValues.bind(crypto) },
    localStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    },
  }
  const before = Object.entries(globals).map(([name, value]) => {
    const original = Object.getOwnPropertyDescriptor(globalThis, name)
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
    return [name, original] as const
  })
  return () => {
    for (const [name, original] of before) {
      if (original) Object.defineProperty(globalThis, name, original)
      else delete (globalThis as Record<string, unknown>)[name]
    }
  }
}

const failOnce = (error: Error) => {
  let failed = false
  return () => {
    if (failed) return
    failed = true
    throw error
  }
}

test.group('An outbox in a browser', (group) => {
  group.each.setup(() => plainPage())

  test('sends what was written in order, each once', async ({ assert }) => {
    const letters = new Letters(shelf())
    for (const text of ['One', 'Two', 'Three']) letters.write(text)
    await letters.until(() => letters.texts.length === 0)
    assert.deepEqual(letters.tried, ['One', 'Two', 'Three'])
  })

  for (const status of [0, 408, 425, 429, 500, 503]) {
    test(`tries again after status ${status}, and nothing overtakes`, async ({ assert }) => {
      const letters = new Letters(shelf(), failOnce(new RequestError(status)))
      letters.write('One')
      letters.write('Two')
      await letters.until(() => letters.texts.length === 0)
      assert.deepEqual(letters.tried, ['One', 'One', 'Two'])
      assert.isFalse(letters.isStuck)
    })
  }

  test('keeps what the server refuses, says why, and goes on with the next', async ({ assert }) => {
    const letters = new Letters(shelf(), ({ text }) => {
      if (text === 'Bad') throw new RequestError(422, 0, { errors: [{ message: 'Too long' }] })
    })
    letters.write('Bad')
    letters.write('Good')
    await letters.until(() => letters.arrived.length === 1)
    assert.deepEqual(letters.texts, ['Bad'])
    assert.equal(letters.entries[0].failed, 'Too long')
  })

  test('one conversation’s trouble does not hold up the others', async ({ assert }) => {
    let isMended = false
    const letters = new Letters(shelf(), ({ to }) => {
      if (to === 'jane' && !isMended) throw new RequestError(500)
    })
    letters.write('To Jane', 'jane')
    letters.write('To John', 'john')
    await letters.until(() => letters.arrived.includes('To John'))
    const [kept] = letters.entries
    await letters.until(() => letters.troubleOf(kept) !== undefined)
    assert.deepEqual(letters.texts, ['To Jane'])
    isMended = true
    await letters.until(() => letters.texts.length === 0)
  })

  test('waits as long as the server wants it to', async ({ assert }) => {
    let refusedAt = 0
    let answeredAt = 0
    const refuse = failOnce(new RequestError(429, 1200))
    const letters = new Letters(shelf(), () => {
      if (!refusedAt) refusedAt = Date.now()
      else answeredAt = Date.now()
      refuse()
    })
    letters.write('One')
    await letters.until(() => letters.limitedUntil > 0)
    letters.flush()
    await letters.until(() => letters.texts.length === 0)
    assert.isAtLeast(answeredAt - refusedAt, 1190)
  })

  test('of two tabs on a plain page one sends, and what it leaves goes out nevertheless', async ({
    assert,
  }) => {
    const shared = shelf()
    let release = () => {}
    const busy = new Promise<void>((resolve) => (release = resolve))
    const first = new Letters(shared, () => busy)
    const second = new Letters(shared)
    first.write('One')
    second.flush()
    await new Promise(setImmediate)
    assert.deepEqual([first.tried, second.tried], [['One'], []])
    release()
    await first.until(() => first.texts.length === 0)
    assert.deepEqual([first.arrived, second.arrived], [['One'], []])
  })

  test('where even storage is forbidden, it sends', async ({ assert }) => {
    const forbid = () => {
      throw new Error('forbidden')
    }
    Object.defineProperty(globalThis, 'localStorage', { get: forbid, configurable: true })
    const letters = new Letters(shelf())
    letters.write('One')
    await letters.until(() => letters.texts.length === 0)
    assert.deepEqual(letters.arrived, ['One'])
  })

  test('a message that cannot be kept is an error for its writer', ({ assert }) => {
    const broken = {
      ...shelf(),
      set() {
        throw new Error('no room')
      },
    }
    assert.throws(() => new Letters(broken).write('One'), 'no room')
  })

  test('ids are UUIDs of version 4', ({ assert }) => {
    const ids = Array.from({ length: 50 }, uuid)
    assert.lengthOf(new Set(ids), 50)
    for (const id of ids) {
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }
  })
})

test.group('Retry-After', () => {
  test('comes as seconds, as a date, or not at all', ({ assert }) => {
    const now = Date.parse('2026-03-01T12:00:00Z')
    assert.equal(pause('7', now), 7000)
    assert.equal(pause('Sun, 01 Mar 2026 12:00:30 GMT', now), 30_000)
    assert.equal(pause('Sun, 01 Mar 2026 11:00:00 GMT', now), 0)
    assert.equal(pause('soon', now), 0)
    assert.equal(pause(null, now), 0)
    assert.equal(pause('999999999', now), 3_600_000)
  })
})
