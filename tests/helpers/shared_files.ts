import { writeFileSync } from 'node:fs'
import { Refiner, type Group, type Test } from '@japa/runner/core'
import { claimOf } from '../../bin/test/claims.js'

/**
 * Lets each file of tests run in one of the processes that share a folder: in the one that comes to it first. So
 * all of them are busy to the end, however long a file takes.
 */
export class SharedFiles extends Refiner {
  #isOwn = new Map<string, boolean>()

  constructor(readonly folder: string) {
    super()
  }

  allows(item: Test<any> | Group) {
    return super.allows(item) && this.#takes(item.options.meta.fileName)
  }

  #takes(file: string) {
    const isOwn = this.#isOwn.get(file) ?? this.#claims(file)
    this.#isOwn.set(file, isOwn)
    return isOwn
  }

  #claims(file: string) {
    try {
      writeFileSync(claimOf(this.folder, file), '', { flag: 'wx' })
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
      throw error
    }
  }
}
