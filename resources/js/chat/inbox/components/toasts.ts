import { component } from '../../shared/component.js'
import type { ShownToast } from '../page_state.js'

/** Notices that must not be missed, each with an action. */
export const toasts = component(() => ({
  get toasts() {
    return this.$inbox.page.state.toasts
  },

  press({ id, run }: ShownToast) {
    this.$inbox.page.dismiss(id)
    run?.()
  },
}))
