import type { Page } from '../page.js'
import type { Choice } from './registry.js'

/**
 * Commands that submit a form of the page. The server renders a form only where its action is allowed and possible, so
 * that the form's presence decides whether the command is available.
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

/** The options of a field that can be chosen, except the one that stands for all. */
export function optionChoices(
  select: HTMLSelectElement | null,
  choose: (select: HTMLSelectElement) => unknown
): Choice[] {
  const options = [...(select?.options ?? [])].filter(
    ({ disabled, dataset }) => !disabled && dataset.any === undefined
  )
  return options.map((option) => ({
    title: option.text,
    run: () => {
      select!.value = option.value
      choose(select!)
    },
  }))
}

/** An element's text, without parts for sighted users only or for screen readers only. */
export function textOf(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement
  for (const part of copy.querySelectorAll('[aria-hidden]')) part.remove()
  return copy.textContent!.replace(/\s+/g, ' ').trim()
}
