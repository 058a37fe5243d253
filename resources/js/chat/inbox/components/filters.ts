import type { NoticeJson } from '../../../../../app/chat/transformers/json/inbox_json.js'
import { component } from '../../shared/component.js'
import { listQuery } from '../list/list_query.js'

/** The menu that filters the list and saves filters as a view. */
export const filters = component(() => ({
  apply({ target }: SubmitEvent) {
    const form = target as HTMLFormElement
    return this.finish(form, this.$inbox.navigation.filter(listQuery(new FormData(form))))
  },

  changeView({ target, submitter }: SubmitEvent) {
    const form = target as HTMLFormElement
    return this.finish(form, this.saveView(form, submitter))
  },

  async saveView(form: HTMLFormElement, button: HTMLElement | null) {
    const { page, list } = this.$inbox
    const url = button?.getAttribute('formaction') ?? form.getAttribute('action')!
    const body = Object.fromEntries(new FormData(form))
    const { notice } = await page.api.post<NoticeJson>(url, body)
    form.reset()
    page.toast(notice)
    await list.catchUp()
  },

  /** Closes the menu, and focuses its button once the list is loaded. */
  async finish(form: HTMLFormElement, work: Promise<unknown>) {
    const { page } = this.$inbox
    form.closest('details')!.open = false
    await work.catch((error) => page.failed(error))
    page.region('filters').querySelector<HTMLElement>('[data-menu="filters"] > summary')?.focus()
  },
}))
