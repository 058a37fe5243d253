import type { ActionJson } from '../../../../../app/chat/transformers/json/inbox_json.js'
import { component } from '../../shared/component.js'

/**
 * The whole inbox; its services live outside of Alpine's state, where nothing proxies them. Forms with
 * `data-act` are sent in the background; `data-then` names what follows a success.
 */
export const inbox = component(() => ({
  init() {
    this.$inbox.start()
  },

  async act(event: SubmitEvent) {
    const form = event.target as HTMLFormElement
    if (!form.dataset.act) return
    event.preventDefault()
    const { page, undo } = this.$inbox
    const button = event.submitter as HTMLButtonElement | null
    const body = Object.fromEntries(new FormData(form, button))
    closeMenuOf(form)
    if (button) button.disabled = true
    let then = button?.dataset.then ?? form.dataset.then
    try {
      const url = form.getAttribute('action')!
      const answer = await page.api.post<ActionJson | undefined>(url, body)
      form.reset()
      if (answer?.notice) page.toast(answer.notice)
      if (answer?.undo) undo.offer(answer.undo)
    } catch (error) {
      then = undefined
      page.failed(error)
    }
    if (button) button.disabled = false
    this.$inbox.acted([], then)
  },
}))

/** Closes a form's menu and returns the focus to its button. */
function closeMenuOf(form: HTMLFormElement) {
  const menu = form.closest('details')
  if (!menu) return
  if (menu.contains(document.activeElement)) menu.querySelector('summary')!.focus()
  menu.open = false
}
