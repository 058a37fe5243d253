/** Makes an element with a class and children. */
export function make(tag: string, className = '', ...children: (Node | string)[]) {
  const element = document.createElement(tag)
  element.className = className
  element.append(...children)
  return element
}
