import type { Render } from '#chat/services/mail/envelope'

/** Renders a view outside of a request. */
export const renderView: Render = async (view, data) => {
  const { default: edge } = await import('edge.js')
  return edge.render(view, data)
}
