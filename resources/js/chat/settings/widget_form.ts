import { component } from '../shared/component.js'
import { formState, readValues } from './form_values.js'

/** Keeps the shared values in step with the form, and warns before unsaved changes are lost. */
export const widgetForm = component(() => ({
  isChanged: false,
  isSent: false,

  init() {
    window.addEventListener('beforeunload', (event) => {
      if (this.isChanged && !this.isSent) event.preventDefault()
    })
  },

  read() {
    this.isChanged = true
    formState.values = readValues(this.$root as HTMLFormElement)
  },

  submit() {
    this.isSent = true
  },
}))
