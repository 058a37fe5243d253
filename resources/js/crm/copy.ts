import { copyText, SHOWN_FOR } from '../chat/shared/copy_text'

/** Shows the buttons that copy what stands beside them. */
export function enableCopying() {
  for (const area of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const text = area.querySelector<HTMLElement>('[data-copy-text]')
    const button = area.querySelector<HTMLButtonElement>('[data-copy-button]')
    if (!text || !button) continue
    const label = button.textContent
    button.addEventListener('click', async () => {
      button.textContent = (await copyText(text)) ? 'Copied' : 'Press Ctrl+C'
      setTimeout(() => (button.textContent = label), SHOWN_FOR)
    })
    button.hidden = false
  }
}
