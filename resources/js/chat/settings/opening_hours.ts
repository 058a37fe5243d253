import { component } from '../shared/component.js'

const START = 'input[name$="[start]"]'
const END = 'input[name$="[end]"]'

/** The hours of the week: shown while they are on, with a button that copies one day's times to all. */
export const openingHours = component(() => ({
  init() {
    const { enabled, timezone } = this.$refs as Record<string, HTMLInputElement>
    if (!enabled.checked && timezone.value === 'UTC') suggestOwnZone(timezone)
    this.refresh()
  },

  refresh() {
    const { enabled, details } = this.$refs as Record<string, HTMLInputElement>
    details.hidden = !enabled.checked
    for (const row of details.querySelectorAll<HTMLElement>('[data-day]')) {
      const isOpen = row.querySelector<HTMLInputElement>('[type=checkbox]')!.checked
      row.classList.toggle('chat-hours__day--closed', !isOpen)
      for (const time of row.querySelectorAll<HTMLInputElement>('[type=time]')) {
        time.required = isOpen && enabled.checked
      }
    }
  },

  copyDay() {
    const row = this.$el.closest('[data-day]')!
    for (const selector of [START, END]) {
      const { value } = row.querySelector<HTMLInputElement>(selector)!
      for (const time of this.$refs.details.querySelectorAll<HTMLInputElement>(selector)) {
        time.value = value
      }
    }
    this.$refs.details.dispatchEvent(new Event('change', { bubbles: true }))
  },
}))

/** New business hours start in the browser's time zone. */
function suggestOwnZone(select: HTMLInputElement) {
  select.value = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (!select.value) select.value = 'UTC'
}
