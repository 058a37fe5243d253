/**
 * Adds rules to the shadow root. A constructed stylesheet is no business of the website's
 * Content-Security-Policy, and every browser that the widget supports has them.
 */
export function addStyles(root: ShadowRoot, text: string) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
}
