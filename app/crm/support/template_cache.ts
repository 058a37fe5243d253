import type { Edge } from 'edge.js'

/**
 * Lets Edge read templates and list its component folders once, where they cannot change.
 *
 * Edge decides about listing when it is constructed, before AdonisJS tells it to cache, and so walks
 * through all component folders for each request that may render something. A list is kept until
 * another disk is mounted or a template registered.
 */
export function cacheTemplates(edge: Edge) {
  edge.configure({ cache: true })
  const { loader } = edge
  const list = loader.listComponents.bind(loader)
  let listed: { of: string; components: ReturnType<typeof list> } | undefined

  loader.listComponents = () => {
    const of = JSON.stringify([loader.mounted, Object.keys(loader.templates)])
    if (listed?.of !== of) listed = { of, components: list() }
    return listed.components
  }
}
