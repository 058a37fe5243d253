import type { Edge } from 'edge.js'

/** What changes the list of components. */
const CHANGES = ['mount', 'unmount', 'register', 'remove'] as const

/**
 * Lets Edge read templates and list its component folders once, where they cannot change.
 *
 * Edge decides about listing when it is constructed, before AdonisJS has it cache, and so walks
 * through all component folders for each request that may render something. A list is kept until
 * another disk is mounted or a template registered.
 */
export function cacheTemplates(edge: Edge) {
  edge.configure({ cache: true })
  const { loader } = edge
  const list = loader.listComponents.bind(loader)
  let listed: ReturnType<typeof list> | undefined

  loader.listComponents = () => (listed ??= list())
  for (const name of CHANGES) {
    const change = loader[name].bind(loader) as (...args: unknown[]) => void
    loader[name] = (...args: unknown[]) => {
      listed = undefined
      change(...args)
    }
  }
}
