/** Sends a form as soon as something else is chosen; its button is for browsers without scripts. */
export function enableSubmitOnChange() {
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-submit-on-change]')) {
    form.querySelector('[data-submit-button]')?.remove()
    form.addEventListener('change', () => form.requestSubmit())
  }
}
