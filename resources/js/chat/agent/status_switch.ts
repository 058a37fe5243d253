import type { LiveFrame } from '../shared/live_connection.js'
import { deskStream } from './desk_stream.js'
import { Idle } from './idle.js'
import { ownStatus, type OwnStatus, type Status } from './own_status.js'

const LABELS: Record<Status, string> = {
  online: 'Online',
  away: 'Away',
  busy: 'Busy',
  offline: 'Offline',
}

const ABOUT_PLACES = ['chat.conversation.updated', 'chat.conversation.deleted']

interface StatusFrame extends LiveFrame {
  agent: Omit<OwnStatus, 'may_serve'>
}

/** Shows whether I am there and lets me say so, on every page of the CRM; several tabs stay in step. */
export class StatusSwitch {
  #select = document.createElement('select')
  #box = document.createElement('label')
  #mine?: OwnStatus
  #idle = new Idle((isIdle) => void this.#report(isIdle))

  constructor(private slot: HTMLElement) {}

  start() {
    deskStream.join({
      onFrame: (frame) => this.#hear(frame),
      onCatchUpBeside: () => this.#refresh(),
    })
  }

  #hear(frame: LiveFrame) {
    if (frame.event === 'chat.status.updated') this.#told(frame as StatusFrame)
    const mayFill = ABOUT_PLACES.includes(frame.event) && this.#mine?.is_serving
    if (mayFill) this.#soon()
  }

  /** On this device or another one, or by whoever manages the agents. */
  #told({ agent }: StatusFrame) {
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
    if (!mine?.may_serve) return
    if (!this.#mine) this.#build()
    this.#take(mine)
  }

  #take(mine: OwnStatus) {
    this.#show(mine)
    // What another device has noticed is not true here: somebody is at this one
    this.#idle.look()
    if (mine.is_idle && !this.#idle.isIdle) void this.#report(false)
  }

  #build() {
    const dot = document.createElement('span')
    const text = document.createElement('span')
    this.#box.className = 'chat-status-switch'
    dot.className = 'chat-status-switch__dot'
    text.className = 'chat-status-switch__label'
    text.textContent = 'My chat status'
    this.#select.className = 'chat-status-switch__select'
    for (const [value, label] of Object.entries(LABELS)) this.#select.add(new Option(label, value))
    this.#select.onchange = () => void this.#choose(this.#select.value as Status)
    this.#box.append(text, dot, this.#select)
    this.slot.replaceChildren(this.#box)
    this.slot.hidden = false
    this.#idle.start()
  }

  #show(mine: OwnStatus) {
    this.#mine = mine
    const { status, effective_status: effective, is_idle: isIdle } = mine
    // Whoever reads this page is there: until its stream is open the server cannot know
    const shown = effective === 'offline' ? status : effective
    this.#box.dataset.status = shown
    this.#select.value = status
    for (const option of this.#select.options) option.text = LABELS[option.value as Status]
    if (shown === status) return
    const reason = isIdle ? 'idle' : shown === 'busy' ? 'full' : LABELS[shown].toLowerCase()
    this.#select.selectedOptions[0].text = `${LABELS[status]} (${reason})`
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
