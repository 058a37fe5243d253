import type { OwnStatusJson } from '../../../../app/chat/transformers/json/agent_json.js'
import type { LiveFrame } from '../shared/live_connection.js'
import { agentStream } from './agent_stream.js'
import { Idle } from './idle.js'
import { ownStatus, type OwnStatus, type Status } from './own_status.js'
import { catalogue } from '../../../../app/chat/texts/catalogue.js'
import { text } from './texts.js'

const LABELS: Record<Status, string> = {
  online: text('agent_script.status.online'),
  away: text('agent_script.status.away'),
  busy: text('agent_script.status.busy'),
  offline: text('agent_script.status.offline'),
}

const ABOUT_CAPACITY = ['chat.conversation.updated', 'chat.conversation.deleted']

interface StatusFrame extends LiveFrame {
  agent: OwnStatusJson
}

/** The agent's status on every page of the CRM, to see and to change; several tabs stay in step. */
export class StatusSwitch {
  #select = document.createElement('select')
  #box = document.createElement('label')
  #dot = document.createElement('span')
  #mine?: OwnStatus
  #idle = new Idle((isIdle) => void this.#report(isIdle))

  #slot: HTMLElement | null = null
  #leave?: () => void

  /** Appears in this element from now on; without one it starts anew, perhaps for another user. */
  showIn(slot: HTMLElement | null) {
    this.#slot = slot
    if (slot) this.#leave ??= this.#join()
    else {
      this.#leave = void this.#leave?.()
      this.#mine = undefined
    }
    if (this.#mine) this.#position()
  }

  #join() {
    return agentStream.join({
      onFrame: (frame) => this.#hear(frame),
      onCatchUpBeside: () => this.#refresh(),
    })
  }

  #hear(frame: LiveFrame) {
    if (frame.event === 'chat.status.updated') this.#changed(frame as StatusFrame)
    const mayFill = ABOUT_CAPACITY.includes(frame.event) && this.#mine?.is_serving
    if (mayFill) this.#soon()
  }

  /** Changed on another device, or by an admin. */
  #changed({ agent }: StatusFrame) {
    if (this.#mine) this.#take({ ...this.#mine, ...agent })
  }

  #timer?: ReturnType<typeof setTimeout>

  #soon() {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#refresh().catch(() => {})
    }, 500)
  }

  async #refresh() {
    const mine = await ownStatus.read()
    if (!mine?.may_serve || !this.#slot) return
    if (!this.#mine) this.#position()
    this.#take(mine)
  }

  #take(mine: OwnStatus) {
    this.#show(mine)
    // Another device reported idleness, but this one has input
    this.#idle.look()
    if (mine.is_idle && !this.#idle.isIdle) void this.#report(false)
  }

  #position() {
    if (!this.#box.childElementCount) this.#build()
    this.#slot?.replaceChildren(this.#box)
    if (this.#slot) this.#slot.hidden = false
  }

  #build() {
    const label = document.createElement('span')
    this.#box.className = 'chat-status-switch'
    this.#box.lang = catalogue().locale
    label.className = 'chat-status-switch__label'
    label.textContent = text('agent_script.status.label')
    this.#select.className = 'chat-status-switch__select'
    for (const [value, name] of Object.entries(LABELS)) this.#select.add(new Option(name, value))
    this.#select.onchange = () => void this.#choose(this.#select.value as Status)
    this.#box.append(label, this.#dot, this.#select)
    this.#idle.start()
  }

  #show(mine: OwnStatus) {
    this.#mine = mine
    const { status, effective_status: effective, is_idle: isIdle } = mine
    // The agent is on this page, but until its stream is open the server cannot know
    const shown = effective === 'offline' ? status : effective
    this.#box.dataset.status = shown
    this.#dot.className = `chat-dot chat-dot--${shown}`
    this.#select.value = status
    for (const option of this.#select.options) option.text = LABELS[option.value as Status]
    if (shown === status) return
    const values = { status: LABELS[status], other: LABELS[shown].toLowerCase() }
    const reason = isIdle ? 'idle' : shown === 'busy' ? 'full' : 'shown'
    this.#select.selectedOptions[0].text = text(`agent_script.status.${reason}`, values)
  }

  async #choose(status: Status) {
    const answer = await ownStatus.choose(status)
    if (answer) this.#show(answer)
    else if (this.#mine) this.#show(this.#mine)
  }

  async #report(isIdle: boolean) {
    if (!this.#mine || this.#mine.is_idle === isIdle) return
    const answer = await ownStatus.reportIdle(isIdle)
    if (answer) this.#show(answer)
  }
}
