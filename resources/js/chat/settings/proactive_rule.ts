import { component } from '../shared/component.js'

/** The form of a proactive message: shows the message as visitors will see it. */
export const proactiveRule = component(() => ({
  message: '',
  sender: '',

  init() {
    this.read()
  },

  read() {
    const form = this.$root as HTMLFormElement
    const data = new FormData(form)
    const value = (name: string) => String(data.get(name) ?? '').trim()
    this.message = value('message')
    this.sender = value('sender_name') || form.dataset.title!
  },
}))
