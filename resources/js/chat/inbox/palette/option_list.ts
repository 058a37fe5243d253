import type { Option } from './options.js'

/** The options under the palette's field: one of them is marked, and the field says which. */
export class OptionList {
  #options: Option[] = []
  #marked = 0

  constructor(
    private box: HTMLElement,
    private field: HTMLInputElement
  ) {}

  get count() {
    return this.#options.length
  }

  get marked(): Option | undefined {
    return this.#options[this.#marked]
  }

  /** The option that an element stands for. */
  at(element: Element): Option | undefined {
    const shown = element.closest<HTMLElement>('[role=option]')
    return shown ? this.#options[Number(shown.dataset.index)] : undefined
  }

  /** Shows options; those that only come to the end leave the mark where it is. */
  show(options: Option[], { isMore = false } = {}) {
    this.#options = options
    this.#marked = isMore ? Math.max(0, Math.min(this.#marked, options.length - 1)) : 0
    this.box.replaceChildren(...groupsOf(options))
    this.#showMark()
  }

  /** Moves the mark, over the ends. */
  move(step: number) {
    const { count } = this
    if (count === 0) return
    this.#marked = (this.#marked + step + count) % count
    this.#showMark()
  }

  /** Marks what the pointer is on. */
  point(element: Element) {
    const shown = element.closest<HTMLElement>('[role=option]')
    if (!shown || Number(shown.dataset.index) === this.#marked) return
    this.#marked = Number(shown.dataset.index)
    this.#showMark()
  }

  #showMark() {
    this.field.removeAttribute('aria-activedescendant')
    for (const shown of this.box.querySelectorAll<HTMLElement>('[role=option]')) {
      const isMarked = Number(shown.dataset.index) === this.#marked
      shown.setAttribute('aria-selected', String(isMarked))
      if (!isMarked) continue
      this.field.setAttribute('aria-activedescendant', shown.id)
      shown.scrollIntoView({ block: 'nearest' })
    }
  }
}

/** Options under the titles of their groups; those without one stand alone. */
function groupsOf(options: Option[]): HTMLElement[] {
  const groups = new Map<string, HTMLElement>()
  for (const [index, option] of options.entries()) {
    const group = groups.get(option.group) ?? groupOf(option.group)
    groups.set(option.group, group)
    group.append(drawn(option, index))
  }
  return [...groups.values()]
}

function groupOf(title: string) {
  const group = made('div', 'chat-palette__group')
  group.role = 'group'
  if (!title) return group
  group.ariaLabel = title
  const shown = made('p', 'chat-menu__title', title)
  shown.ariaHidden = 'true'
  group.append(shown)
  return group
}

function drawn({ title, detail, keys }: Option, index: number) {
  const option = made('div', 'chat-palette__option')
  option.role = 'option'
  option.id = `chat-palette-${index}`
  option.dataset.index = String(index)
  const text = made('span', 'chat-palette__title', title)
  text.dir = 'auto'
  option.append(text)
  if (detail) option.append(made('span', 'chat-palette__detail', detail))
  const shown = made('span', 'chat-palette__keys')
  shown.ariaHidden = 'true'
  shown.append(...keys.map((key) => made('kbd', '', key)))
  if (keys.length) option.append(shown)
  return option
}

function made(name: string, className: string, text = '') {
  const fresh = document.createElement(name)
  if (className) fresh.className = className
  fresh.textContent = text
  return fresh
}
