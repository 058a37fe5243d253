import { SetupError } from '#chat/exceptions/setup_errors'

/** A base of `config/chat.ts` is no path. */
export class InvalidBase extends SetupError {
  constructor(name: string, value: unknown) {
    super(
      `bases.${name} in config/chat.ts is ${JSON.stringify(value)}: it must be a path such as "/support", ` +
        'which begins with "/" and does not end with one'
    )
  }
}

/** Two bases of `config/chat.ts` would share addresses. */
export class AmbiguousBases extends SetupError {
  constructor(outer: string, outerBase: string, inner: string, innerBase: string) {
    const clash =
      outerBase === innerBase
        ? `bases.${outer} and bases.${inner} are both "${outerBase}"`
        : `bases.${inner} ("${innerBase}") lies inside bases.${outer} ("${outerBase}")`
    super(`${clash} in config/chat.ts: give each a path of its own`)
  }
}

/** A route of the host lies where a route of the chat does. */
export class BaseTaken extends SetupError {
  constructor(host: string, ours: string, base: string, value: string) {
    super(
      `The route "${host}" of this application is where the chat has "${ours}": ` +
        `give the chat another base than "${value}" by bases.${base} in config/chat.ts`
    )
  }
}
