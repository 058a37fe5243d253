import type { Choice } from '../commands/registry.js'
import { pageOf } from '../inbox.js'
import { OptionList } from './option_list.js'
import { choiceOption, choiceOptions, commandOptions, type Option } from './options.js'

const TYPING_LASTS = 150

/** `Ctrl K` or `⌘ K`: every command and every conversation, found by typing. */
export function palette() {
  let list: OptionList
  let looking: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let choices: (() => Choice[]) | undefined

  return {
    /** The command that asks for a choice. */
    asking: '',
    status: '',

    init() {
      list = new OptionList(this.$refs.list, this.$refs.field)
      this.$el.closest('.chat-inbox')!.addEventListener('chat:palette', () => this.open())
    },

    open() {
      this.leaveChoice()
      this.dialog().showModal()
      this.$refs.field.focus()
    },

    typed() {
      const { value } = this.$refs.field
      const { commands } = pageOf(this.$el)
      looking?.abort()
      clearTimeout(timer)
      if (choices) return this.show(choiceOptions(choices(), value))
      const options = commandOptions(commands.available(), value)
      this.show(options)
      timer = setTimeout(() => void this.look(value, options), TYPING_LASTS)
    },

    /** What has to be asked for comes below what is known. */
    async look(query: string, options: Option[]) {
      const search = (looking = new AbortController())
      const { commands } = pageOf(this.$el)
      const found = await commands.find(query, search.signal).catch(() => [])
      if (search.signal.aborted || found.length === 0) return
      const more = found.map((choice) => choiceOption(choice, 'Conversations'))
      this.show([...options, ...more], { isMore: true })
    },

    show(options: Option[], more = {}) {
      list.show(options, more)
      const { length } = options
      this.status = length ? `${length} ${length === 1 ? 'result' : 'results'}` : 'Nothing fits'
    },

    key(event: KeyboardEvent) {
      if (event.isComposing) return
      const isEmpty = !this.$refs.field.value
      const { key } = event
      if (key === 'ArrowDown') list.move(1)
      else if (key === 'ArrowUp') list.move(-1)
      else if (key === 'Enter') this.take(list.marked)
      else if (key === 'Backspace' && isEmpty && this.asking) this.leaveChoice()
      else if (key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) this.dialog().close()
      else return
      event.preventDefault()
    },

    pointed(event: Event) {
      list.point(event.target as Element)
    },

    clicked(event: Event) {
      if (event.target === this.dialog()) this.dialog().close()
      this.take(list.at(event.target as Element))
    },

    /** Escape goes back one step, and out of the first one. */
    cancel(event: Event) {
      if (!this.asking) return
      event.preventDefault()
      this.leaveChoice()
    },

    closed() {
      looking?.abort()
      clearTimeout(timer)
    },

    /** The keyboard is where it was before the command does something with it. */
    take(option?: Option) {
      if (!option) return
      if (option.choices) return this.askFor(option)
      this.dialog().close()
      option.run()
    },

    askFor({ title, choices: asked }: Option) {
      choices = asked
      this.asking = title
      this.restart()
    },

    leaveChoice() {
      choices = undefined
      this.asking = ''
      this.restart()
    },

    restart() {
      this.$refs.field.value = ''
      this.typed()
      this.$refs.field.focus()
    },

    dialog() {
      return this.$refs.field.closest('dialog')!
    },
  } as Palette
}

/** Alpine's `$el` and `$refs` join what is written above. */
interface Palette {
  $el: HTMLElement
  $refs: { field: HTMLInputElement; list: HTMLElement }
  asking: string
  status: string
  init(): void
  open(): void
  typed(): void
  look(query: string, options: Option[]): Promise<void>
  show(options: Option[], more?: object): void
  key(event: KeyboardEvent): void
  pointed(event: Event): void
  clicked(event: Event): void
  cancel(event: Event): void
  closed(): void
  take(option?: Option): void
  askFor(option: Option): void
  leaveChoice(): void
  restart(): void
  dialog(): HTMLDialogElement
}
