import { component } from '../../shared/component.js'
import type { ConnectionState } from '../../shared/live_connection.js'
import { text } from '../texts.js'

const LABELS: Record<ConnectionState, string> = {
  connecting: text('inbox_script.connection.connecting'),
  live: text('inbox_script.connection.live'),
  polling: text('inbox_script.connection.polling'),
  offline: text('inbox_script.connection.offline'),
  ended: text('inbox_script.connection.ended'),
}

const DOTS: Record<ConnectionState, string> = {
  connecting: '',
  live: 'chat-dot--live',
  polling: 'chat-dot--polling',
  offline: 'chat-dot--lost',
  ended: 'chat-dot--lost',
}

/** The state of the connection, in the list's head. */
export const connection = component(() => ({
  get isUnknown() {
    return this.state === null
  },

  get state() {
    return this.$inbox.page.state.connection
  },

  get dot() {
    return this.state ? DOTS[this.state] : ''
  },

  get label() {
    return this.state && LABELS[this.state]
  },
}))
