import type { Page } from '../page.js'
import type { Choice } from './registry.js'

/**
 * Commands that do what a form of the page does. The server draws a form only where it is allowed and
 * makes sense, so that whether it is there says whether the command can be run.
 */
export const formOf = (page: Page, act: string) =>
  page.root.querySelector<HTMLFormElement>(`form[data-act="${act}"]`)

/** A form's buttons that can be pressed; under titles, with the title before them. */
export function buttonChoices(form: HTMLElement | null): Choice[] {
  if (!form) return []
  const buttons = [
    ...form.querySelectorAll<HTMLButtonElement>('button[type=submit]:not(:disabled)'),
  ]
  return buttons.map((button) => ({
    title: textOf(button.querySelector<HTMLElement>('.chat-menu__text') ?? button),
    detail: button.dataset.detail,
    run: () => button.form!.requestSubmit(button),
  }))
}

/** The options of a field that can be chosen, but for the empty one. */
export function optionChoices(
  select: HTMLSelectElement | null,
  choose: (select: HTMLSelectElement) => unknown
): Choice[] {
  const options = [...(select?.options ?? [])].filter(
    ({ disabled, text }) => text !== 'Any' && !disabled
  )
  return options.map((option) => ({
    title: option.text,
    run: () => {
      select!.value = option.value
      choose(select!)
    },
  }))
}

/** What is read of an element: without what only sighted users, or only others, are shown. */
export function textOf(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement
  for (const part of copy.querySelectorAll('[aria-hidden]')) part.remove()
  return copy.textContent!.replace(/\s+/g, ' ').trim()
}
