import type { TagContract } from 'edge.js/types'

/**
 * `@haschatenabled() … @end`: renders its content while the module is switched on (A4). A host with tenants passes
 * one: `@haschatenabled(user.tenantId)`.
 */
export const hasChatEnabledTag: TagContract = {
  tagName: 'haschatenabled',
  block: true,
  seekable: true,
  compile(parser, buffer, token) {
    const { filename, loc, properties } = token
    const tenant = properties.jsArg.trim()
      ? parser.utils.stringify(
          parser.utils.transformAst(
            parser.utils.generateAST(properties.jsArg, loc, filename),
            filename,
            parser
          )
        )
      : ''
    const isOn = `await state.chatEnabled(${tenant})`
    buffer.writeStatement(`if (${isOn}) {`, filename, loc.start.line)
    token.children.forEach((child) => parser.processToken(child, buffer))
    buffer.writeStatement('}', filename, -1)
  },
}
