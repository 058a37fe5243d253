/** A copy of one of the pieces that the server has rendered for drawing. */
export function templateOf(root: ParentNode, name: 'row' | 'wait' | 'day'): HTMLElement {
  const template = root.querySelector<HTMLTemplateElement>(`template[data-draw="${name}"]`)!
  return template.content.firstElementChild!.cloneNode(true) as HTMLElement
}
