import type { Navigation } from '../navigation.js'
import type { Page } from '../page.js'
import { listQuery } from './list_query.js'
import type { ListSync } from './list_sync.js'

/** The filter menu without a page load: narrows the list, and keeps what is shown as a view. */
export function enableNarrowing(page: Page, navigation: Navigation, list: ListSync) {
  const region = page.region('filters')
  region.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (!form.matches('[data-narrow], [data-view-form]')) return
    event.preventDefault()
    const submitter = event.submitter as HTMLButtonElement | null
    form.closest('details')!.open = false
    const work = form.matches('[data-narrow]')
      ? navigation.filter(listQuery(new FormData(form)))
      : saveView(form, submitter)
    void work.catch((error) => page.failed(error)).finally(() => focusMenu())
  })

  async function saveView(form: HTMLFormElement, button: HTMLButtonElement | null) {
    const url = button?.getAttribute('formaction') ?? form.getAttribute('action')!
    const { notice } = await page.api.post<{ notice: string }>(
      url,
      Object.fromEntries(new FormData(form))
    )
    page.toast(notice)
    await list.catchUp()
  }

  function focusMenu() {
    region.querySelector<HTMLElement>('[data-menu="narrow"] > summary')?.focus()
  }
}
