import type { AtRule, ChildNode, Container, Plugin, Root, Rule } from 'postcss'

/** The elements that a stylesheet is for, by its folder: two sheets on one page never say the same about an element. */
const ISLANDS: Record<string, string> = {
  inbox: '.chat-inbox',
  settings: ':is(.chat-settings,.chat-record)',
  dashboard: '.chat-settings',
  agent: ':is(.chat-agent-toasts,.chat-status-switch,.chat-bell)',
}
const PSEUDO_ELEMENTS = /(::[\w-]+(\([^)]*\))?(:[\w-]+)*)*$/

/**
 * A host's rule that is in no layer beats every layer, so the layers of the module's pages become specificity: a
 * selector gets as many ids that no element has as its layer's place in the order of `layers.css`. The module's rules
 * win over each other as before, and over what a host says without `!important`. `.chat-island` stands for the sheet's
 * islands; a selector that names no class of the module's counts within them only. Stylesheets without the module's
 * layers stay as they are.
 */
export const islandStyles: Plugin = {
  postcssPlugin: 'chat:island-styles',
  OnceExit(root) {
    let order: string[] = []
    root.walkAtRules('layer', (layer) => {
      if (!layer.params.startsWith('chat.')) return
      if (layer.nodes) return dissolve(layer, order.indexOf(layer.params) + 1, islandsOf(root))
      order = layer.params.split(/,\s*/)
      layer.remove()
    })
  },
}

function islandsOf({ source }: Root) {
  const folder = source?.input.file?.split(/[/\\]/).at(-2) ?? ''
  if (folder in ISLANDS) return ISLANDS[folder]
  throw new Error(`The stylesheets in "${folder}" have no islands`)
}

function dissolve(layer: AtRule, rank: number, islands: string) {
  if (rank === 0) throw layer.error(`"${layer.params}" is not in the order of layers`)
  for (const rule of rulesOf(layer))
    rule.selectors = rule.selectors.map((selector) => strengthen(within(islands, selector), rank))
  layer.replaceWith(layer.nodes!)
}

/** The steps of an animation are no selectors. */
function rulesOf(container: Container<ChildNode>): Rule[] {
  return container.nodes!.flatMap((node) => {
    if (node.type === 'rule') return [node]
    const isGroup = node.type === 'atrule' && node.nodes && !node.name.endsWith('keyframes')
    return isGroup ? rulesOf(node) : []
  })
}

const within = (islands: string, selector: string) =>
  selector.includes('.chat-')
    ? selector.replaceAll('.chat-island', islands)
    : `${islands} ${selector}`

const strengthen = (selector: string, rank: number) =>
  selector.replace(PSEUDO_ELEMENTS, (parts) => `:not(${'#_'.repeat(rank)})${parts}`)
