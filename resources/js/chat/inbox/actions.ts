import type { Page } from './page.js'
import type { Undo, UndoOffer } from './undo.js'

/**
 * Sends the forms of the head and the visitor's card in the background, and tells what came of it;
 * `data-then` of a form says what follows when it worked.
 */
export function enableActions(page: Page, undo: Undo, onDone: (then?: string) => void) {
  page.root.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (!form.dataset.act) return
    event.preventDefault()
    void submit(page, undo, form, event.submitter as HTMLButtonElement | null, onDone)
  })
}

async function submit(
  page: Page,
  undo: Undo,
  form: HTMLFormElement,
  button: HTMLButtonElement | null,
  onDone: (then?: string) => void
) {
  const body = Object.fromEntries(new FormData(form, button))
  form.closest('details')?.removeAttribute('open')
  if (button) button.disabled = true
  let then = button?.dataset.then ?? form.dataset.then
  try {
    const url = form.getAttribute('action')!
    const answer = await page.api.post<{ notice?: string; undo?: UndoOffer } | undefined>(url, body)
    if (answer?.notice) page.toast(answer.notice)
    if (answer?.undo) undo.offer(answer.undo)
  } catch (error) {
    then = undefined
    page.failed(error)
  }
  if (button) button.disabled = false
  onDone(then)
}
