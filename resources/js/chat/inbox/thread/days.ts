/** Messages of one sender within this time, in ms, stand in one group. */
const GROUP_WITHIN = 300_000

export const seqOf = (message?: HTMLElement) => Number(message?.dataset.seq ?? 0)

/** Inserts a day's messages into the log in order, those that it has not yet, and returns them. */
export function mergeDay(log: HTMLElement, day: HTMLElement): HTMLElement[] {
  const known = log.querySelector<HTMLElement>(`:scope > [data-day="${day.dataset.day}"]`)
  const incoming = [...day.querySelectorAll<HTMLElement>('[data-seq]')].filter(
    (message) => !log.querySelector(`[data-seq="${message.dataset.seq}"]`)
  )
  if (incoming.length === 0) return []
  if (known) for (const message of incoming) insertMessage(known, message)
  else insertDay(log, day)
  return incoming
}

/** A message that closely follows one of the same sender shows no name. */
export function groupMessages(messages: HTMLElement[]) {
  let previous: HTMLElement | undefined
  for (const message of messages) {
    message.toggleAttribute('data-continued', continues(message, previous))
    previous = message
  }
}

function insertDay(log: HTMLElement, day: HTMLElement) {
  const days = [...log.querySelectorAll<HTMLElement>(':scope > [data-day]')]
  const next = days.find((other) => other.dataset.day! > day.dataset.day!)
  log.insertBefore(day, next ?? null)
}

function insertMessage(day: HTMLElement, message: HTMLElement) {
  const next = [...day.querySelectorAll<HTMLElement>('[data-seq]')].find(
    (other) => seqOf(other) > seqOf(message)
  )
  day.insertBefore(message, next ?? null)
}

function continues(message: HTMLElement, previous?: HTMLElement) {
  if (!previous || previous.parentElement !== message.parentElement) return false
  if (previous.dataset.sender !== message.dataset.sender) return false
  return Date.parse(message.dataset.at!) - Date.parse(previous.dataset.at!) < GROUP_WITHIN
}
