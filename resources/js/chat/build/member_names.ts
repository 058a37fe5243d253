type Node = { type: string; [key: string]: unknown }

/**
 * Names that only members of a script's own classes have, so that another name does as well. What is sent, stored or
 * read from an answer keeps its name: it is written in snake case, in one word, or stands in an object's literal.
 */
export function memberNames(script: object): string[] {
  const members = new Set<string>()
  const kept = new Set<string>()
  for (const node of nodesOf(script)) {
    if (node.type === 'MethodDefinition' || node.type === 'PropertyDefinition') {
      members.add(nameOf(node.key))
    }
    if (node.type === 'AssignmentExpression' && isOwn(node.left)) {
      members.add(nameOf(node.left.property))
    }
    if (node.type === 'Property') kept.add(nameOf(node.key))
    if (node.type === 'Literal') kept.add(String(node.value))
  }
  return [...members].filter((name) => /^[a-z]+[A-Z]\w*$/.test(name) && !kept.has(name))
}

function* nodesOf(value: unknown): Generator<Node> {
  if (!value || typeof value !== 'object') return
  if ('type' in value && typeof value.type === 'string') yield value as Node
  for (const child of Object.values(value)) yield* nodesOf(child)
}

const nameOf = (key: unknown) =>
  (key as Node).type === 'Identifier' ? String((key as Node).name) : ''

/** `this.name` */
const isOwn = (left: unknown): left is Node =>
  (left as Node).type === 'MemberExpression' &&
  ((left as Node).object as Node).type === 'ThisExpression'
