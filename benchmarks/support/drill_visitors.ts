import { DrillClient } from '#chat/drill/drill_client'
import { DrillVisitor } from '#chat/drill/drill_visitor'
import type { KnownVisitor } from './population.js'

/** Known visitors as the drill has them, of a widget of the application at this origin. */
export const drillVisitors = (origin: string, key: string, known: KnownVisitor[]) =>
  known.map(
    ({ token, conversation }) =>
      new DrillVisitor(new DrillClient(`${origin}/api/widget/${key}`, token), conversation)
  )
