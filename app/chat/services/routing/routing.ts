import { AssignmentService } from '#chat/services/routing/assignment_service'
import { DepartmentFallback } from '#chat/services/routing/department_fallback'
import { Departments } from '#chat/services/routing/departments'
import { QueueNotices } from '#chat/services/routing/queue_notices'
import { QueueView } from '#chat/services/routing/queue_view'
import { Requeue } from '#chat/services/routing/requeue'
import { Transfers } from '#chat/services/routing/transfers'
import type { ServiceParts } from '#chat/services/service_parts'

/** `chat.routing`: assigns waiting conversations to agents. */
export class Routing extends AssignmentService {
  /** The departments of the team. */
  readonly departments: Departments

  /** Transfers of conversations to agents and departments. */
  readonly transfers: Transfers

  /** Opens to all agents the conversations of a department without present agents. */
  readonly departmentFallback: DepartmentFallback

  /** Returns conversations to the queue. */
  readonly requeue: Requeue

  /** The positions of waiting visitors. */
  readonly queue: QueueView

  /** Notifies waiting visitors whose position has changed. */
  readonly queueNotices: QueueNotices

  constructor({ config, db, emitter, audit, writer, loads, turns }: ServiceParts) {
    super(config, writer, turns)
    this.departments = new Departments(db, audit)
    this.transfers = new Transfers(writer, loads)
    this.departmentFallback = new DepartmentFallback(config, writer)
    this.requeue = new Requeue(config, writer, loads)
    this.queue = new QueueView(config)
    this.queueNotices = new QueueNotices(this.queue, emitter)
  }
}
