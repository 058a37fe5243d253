/** The page's title with the number of unread conversations before it: `(3) Inbox`. */
class PageTitle {
  #title = document.title
  #unread = 0

  set unread(count: number) {
    this.#unread = count
    this.#show()
  }

  set text(title: string) {
    this.#title = title
    this.#show()
  }

  #show() {
    const count = this.#unread > 99 ? '99+' : this.#unread
    document.title = this.#unread > 0 ? `(${count}) ${this.#title}` : this.#title
  }
}

export const pageTitle = new PageTitle()
