import type { Frame, Page } from 'playwright'

/** Notes in a page or frame when each message's text came into its thread. */
export const noteShown = (where: Page | Frame, thread: string, text: string) =>
  where.evaluate(
    ([log, content]) => {
      const shownAt: Record<string, number> = {}
      Object.assign(window, { shownAt })
      const note = () => {
        const now = performance.timeOrigin + performance.now()
        for (const element of document.querySelectorAll(content)) {
          shownAt[element.textContent!.trim()] ??= now
        }
      }
      const changes = { childList: true, subtree: true }
      new MutationObserver(note).observe(document.querySelector(log)!, changes)
    },
    [thread, text]
  )

/** Of messages by their texts: how many milliseconds after they were sent they were there. */
export async function latenciesIn(where: Page | Frame, sentAt: Record<string, number>) {
  const shownAt = await where.evaluate(
    () => (window as unknown as { shownAt: Record<string, number> }).shownAt
  )
  return Object.entries(sentAt).map(([text, sent]) => shownAt[text] - sent)
}

/** The moment in the way in which pages count it. */
export const moment = () => performance.timeOrigin + performance.now()
