import type { Bridge } from '../bridge.js'
import type { Chat } from '../model/chat.js'
import type { Later } from '../later.js'
import { Sound } from '../sound.js'
import { text } from '../texts.js'
import { Composer } from './composer.js'
import { ContactForm } from './contact_form.js'
import { h } from './dom.js'
import { Header } from './header.js'
import { Intro } from './intro.js'
import { InvitationView } from './invitation.js'
import { Notice } from './notice.js'
import { ThreadView } from './thread_view.js'

/** Milliseconds after which what could not be loaded is asked for again. */
const LOADS_AGAIN = 5000

/** Adds the parts to the page and redraws them together, at most once per turn. */
export class App {
  #header: Header
  #intro: Intro
  #invitation: InvitationView
  #form: ContactForm
  #thread: ThreadView
  #notice: Notice
  #composer: Composer
  #first = h('div')
  #below = h('div')
  #later?: Later
  #isLoading = false
  #main = h('main')
  #foot = h('footer')
  #sound = new Sound()
  #scheduled = false

  constructor(
    private chat: Chat,
    private bridge: Bridge
  ) {
    this.#header = new Header(chat, {
      isFramed: bridge.framed,
      minimise: () => bridge.post('close'),
      toggleSound: () => this.#toggleSound(),
    })
    this.#intro = new Intro(chat)
    this.#invitation = new InvitationView(chat)
    this.#form = new ContactForm(chat, () => {
      this.#render()
      this.#composer.focus()
    })
    const below = [this.#invitation.element, this.#form.element, this.#below]
    this.#thread = new ThreadView(chat, this.#intro.element, below)
    this.#notice = new Notice(chat)
    this.#composer = new Composer(chat, (content) => this.#send(content))

    chat.onChange = () => this.#schedule()
    chat.onIncoming = (messages) => {
      this.#thread.announce()
      const spoken = messages.filter(({ sender_type: by }) => by === 'agent' || by === 'bot').at(-1)
      if (spoken && chat.config.sound_enabled && chat.store.get('muted') !== '1')
        this.#sound.play(spoken.id)
    }
    addEventListener(
      'keydown',
      (event) => event.key === 'Escape' && !event.isComposing && bridge.post('close')
    )
  }

  mount(root: HTMLElement) {
    const { config } = this.chat
    const { style } = document.documentElement
    style.setProperty('--primary', config.primary_color)
    style.setProperty('--on-primary', config.text_color)
    style.setProperty('--radius', `${Math.min(config.border_radius, 18)}px`)

    const branding = config.show_branding && h('p', { class: 'branding' }, text('branding'))
    this.#foot.append(this.#notice.element, this.#composer.element, branding || '')
    this.#main.append(this.#thread.element)
    root.replaceChildren(this.#header.element, this.#first, this.#main, this.#foot)
    this.#composer.restore()
    this.#render()
  }

  /** The visitor has opened the chat and wants to write, unless what they wrote waits for their details. */
  focus() {
    if (!this.chat.contact.isAwaited || !this.#form.focus()) this.#composer.focus()
  }

  /** The visitor dismisses the message beside the launcher. */
  dismissPreview() {
    this.#later?.preview.dismiss()
  }

  #send(content: string) {
    const isKept = this.chat.send(content)
    this.#thread.toEnd()
    this.#render()
    if (isKept) this.#form.commit()
    return isKept
  }

  #toggleSound() {
    const { store } = this.chat
    store.set('muted', store.get('muted') === '1' ? null : '1')
    this.#schedule()
  }

  #schedule() {
    if (this.#scheduled) return
    this.#scheduled = true
    queueMicrotask(() => {
      this.#scheduled = false
      this.#render()
    })
  }

  /** Loads what opening the chat does without; after a failure, with a later redraw. */
  #loadLater() {
    const { isOpen, unread, hasConsent, thread, config } = this.chat
    if (this.#isLoading || !(isOpen || unread) || (hasConsent && !thread.current)) return
    this.#isLoading = true
    import(/* @vite-ignore */ config.later).then(
      ({ Later: Loaded }) => {
        const places = { header: this.#header.place, first: this.#first, below: this.#below }
        this.#later = new Loaded(this.chat, this.bridge, places, () => this.#composer.focus())
        this.#schedule()
      },
      () =>
        setTimeout(() => {
          this.#isLoading = false
          this.#schedule()
        }, LOADS_AGAIN)
    )
  }

  #render() {
    this.#header.render()
    this.#loadLater()
    this.#main.hidden = this.#foot.hidden = !this.chat.hasConsent
    this.#intro.render()
    this.#invitation.render()
    this.#form.render()
    // One step at a time: the message waits for the form
    this.#composer.element.hidden = this.chat.contact.isAwaited || this.chat.sync.isClosed
    this.#thread.render(() => this.#later?.render())
    this.#notice.render()
  }
}
