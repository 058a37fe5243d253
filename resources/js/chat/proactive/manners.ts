const FIELDS = 'input,textarea,select,iframe,[role=textbox],[role=combobox]'
const DIALOGS = 'dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true]'

/** Whether a message would disturb: the visitor is in a field, or a dialog is open. */
export function wouldDisturb(): boolean {
  const focused = focusedElement()
  const isWriting =
    !!focused && (focused.matches(FIELDS) || (focused as HTMLElement).isContentEditable)
  return isWriting || [...document.querySelectorAll(DIALOGS)].some(isVisible)
}

/** Also in the shadow roots of a website's own elements. */
function focusedElement(): Element | null {
  let focused = document.activeElement
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  return focused
}

function isVisible(element: Element) {
  const { visibility } = getComputedStyle(element)
  return element.getClientRects().length > 0 && visibility !== 'hidden'
}
