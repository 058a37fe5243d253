import { component } from '../../shared/component.js'
import type { Choice } from '../commands/registry.js'
import {
  choiceOption,
  choiceOptions,
  commandOptions,
  linesIn,
  type Option,
} from '../palette/options.js'
import { text } from '../texts.js'

const TYPING_LASTS = 150

/** `Ctrl K` or `⌘ K`: searches all commands and conversations. */
export const palette = component(() => {
  let looking: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let choices: (() => Choice[]) | undefined

  return {
    /** The command whose choices are shown. */
    asking: '',
    status: '',
    options: [] as Option[],
    marked: 0,

    get groups() {
      return linesIn(this.options)
    },

    get markedId() {
      return this.options.length ? `chat-palette-${this.marked}` : null
    },

    isMarked(index: number) {
      return index === this.marked
    },

    open() {
      this.leaveChoice()
      this.dialog().showModal()
      this.field().focus()
    },

    typed() {
      const { value } = this.field()
      const { commands } = this.$inbox.page
      looking?.abort()
      clearTimeout(timer)
      if (choices) return this.show(choiceOptions(choices(), value))
      const options = commandOptions(commands.available(), value)
      this.show(options)
      timer = setTimeout(() => void this.look(value, options), TYPING_LASTS)
    },

    /** Results from the server come below the commands. */
    async look(query: string, options: Option[]) {
      const search = (looking = new AbortController())
      const { commands } = this.$inbox.page
      const found = await commands.find(query, search.signal).catch(() => [])
      if (search.signal.aborted || found.length === 0) return
      const more = found.map((choice) =>
        choiceOption(choice, text('inbox_script.search.conversations'))
      )
      this.show([...options, ...more], { isMore: true })
    },

    /** Shows options; those appended at the end leave the mark in place. */
    show(options: Option[], { isMore = false } = {}) {
      const count = options.length
      this.options = options
      this.status = count
        ? text('inbox_script.search.results', { count })
        : text('inbox_script.search.none')
      this.mark(isMore ? this.marked : 0)
    },

    mark(index: number) {
      this.marked = index
      const { list } = this.$refs
      void this.$nextTick(() => {
        list.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
      })
    },

    /** Marks the option under the pointer. */
    pointed(index: number) {
      if (index !== this.marked) this.mark(index)
    },

    /** Moves the mark, from the last option to the first as well. */
    move(step: number) {
      const { length } = this.options
      if (length) this.mark((this.marked + step + length) % length)
    },

    key(event: KeyboardEvent) {
      if (event.isComposing) return
      const isEmpty = !this.field().value
      const { key } = event
      if (key === 'ArrowDown') this.move(1)
      else if (key === 'ArrowUp') this.move(-1)
      else if (key === 'Enter') this.take(this.options[this.marked])
      else if (key === 'Backspace' && isEmpty && this.asking) this.leaveChoice()
      else if (key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) this.dialog().close()
      else return
      event.preventDefault()
    },

    /** A click beside the box closes it. */
    clicked({ target }: Event) {
      if (target === this.dialog()) this.dialog().close()
    },

    /** Escape goes back one step; in the first step it closes the palette. */
    cancel(event: Event) {
      if (!this.asking) return
      event.preventDefault()
      this.leaveChoice()
    },

    closed() {
      looking?.abort()
      clearTimeout(timer)
    },

    /** Returns the focus before the command runs, because it may move it. */
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
      this.field().value = ''
      this.typed()
      this.field().focus()
    },

    field() {
      return this.$refs.field as HTMLInputElement
    },

    dialog() {
      return this.$root as unknown as HTMLDialogElement
    },
  }
})
