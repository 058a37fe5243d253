import fs from 'node:fs'
import { registerHooks, syncBuiltinESMExports } from 'node:module'

/** Calls that go to the disk, by the names under which Node offers them. */
const SYNC = [
  'readdirSync',
  'readFileSync',
  'existsSync',
  'statSync',
  'lstatSync',
  'openSync',
] as const
const LATER = ['readdir', 'readFile', 'stat', 'lstat', 'open'] as const

/**
 * Runs something and answers with the file-system calls and the imports that were made meanwhile, in
 * this whole process.
 */
export async function fileWorkOf(work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = []
  const owners: [Record<string, any>, readonly string[]][] = [
    [fs, [...SYNC, ...LATER]],
    [fs.promises, LATER],
  ]
  const undo = owners.flatMap(([owner, names]) =>
    names.map((name) => {
      const original = owner[name]
      owner[name] = (...args: unknown[]) => {
        seen.push(`${name} ${String(args[0])}`)
        return original.apply(owner, args)
      }
      return () => void (owner[name] = original)
    })
  )
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      seen.push(`import ${specifier}`)
      return next(specifier, context)
    },
  })
  syncBuiltinESMExports()
  try {
    await work()
  } finally {
    for (const restore of undo) restore()
    hooks.deregister()
    syncBuiltinESMExports()
  }
  return seen
}
