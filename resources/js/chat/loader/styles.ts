/**
 * Adds rules to the shadow root. A constructed stylesheet is no business of the website's
 * Content-Security-Policy; browsers without them get an element.
 */
export function addStyles(root: ShadowRoot, text: string) {
  if (root.adoptedStyleSheets) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  } else root.append(Object.assign(document.createElement('style'), { textContent: text }))
}
