/** The page's title with the number of unread conversations before it: `(3) Inbox`. */
class PageTitle {
  #title = document.title
  #shown = document.title
  #unread = 0

  set unread(count: number) {
    // A host that renders in the browser has given the page another title
    if (document.title !== this.#shown) this.#title = document.title
    this.#unread = count
    this.#show()
  }

  set text(title: string) {
    this.#title = title
    this.#show()
  }

  #show() {
    const count = this.#unread > 99 ? '99+' : this.#unread
    this.#shown = this.#unread > 0 ? `(${count}) ${this.#title}` : this.#title
    document.title = this.#shown
  }
}

export const pageTitle = new PageTitle()
