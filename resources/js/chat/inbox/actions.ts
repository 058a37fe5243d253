import type { Page } from './page.js'

/** Sends the forms of the head and the visitor's card in the background, and tells what came of it. */
export function enableActions(page: Page, onDone: () => void) {
  page.root.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (!form.dataset.act) return
    event.preventDefault()
    void submit(page, form, event.submitter as HTMLButtonElement | null, onDone)
  })
}

async function submit(
  page: Page,
  form: HTMLFormElement,
  button: HTMLButtonElement | null,
  onDone: () => void
) {
  const body = Object.fromEntries(new FormData(form, button))
  form.closest('details')?.removeAttribute('open')
  if (button) button.disabled = true
  try {
    await page.api.post(form.getAttribute('action')!, body)
  } catch (error) {
    page.failed(error)
  }
  if (button) button.disabled = false
  onDone()
}
