/**
 * Copies the text of an element; where the browser refuses, it selects it instead. Answers whether it is
 * copied.
 */
export async function copyText(element: HTMLElement) {
  try {
    await navigator.clipboard.writeText(element.textContent)
    return true
  } catch {
    getSelection()?.selectAllChildren(element)
    return false
  }
}

/** Milliseconds for which a button shows the outcome. */
export const SHOWN_FOR = 2000
