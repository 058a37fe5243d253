import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { workUnderWay } from '#chat/support/work_under_way'

/** Counts each request until its work is done: one whose connection has gone goes on, and the server does not wait. */
export default class RequestsUnderWayMiddleware {
  handle(_: HttpContext, next: NextFn) {
    return workUnderWay.add(Promise.resolve(next()))
  }
}
