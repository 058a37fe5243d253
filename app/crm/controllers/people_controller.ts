import type { HttpContext } from '@adonisjs/core/http'
import type Person from '#crm/models/person'
import { findPerson, searchPeople } from '#crm/services/people/find_people'
import { deletePerson } from '#crm/services/people/delete_person'
import { savePerson } from '#crm/services/people/save_person'
import { labelsOf } from '#crm/services/labels'
import { panelsFor } from '#crm/services/shell/shell'
import { timelineOf } from '#crm/services/timeline'
import { ownersOf } from '#crm/services/users'
import { foundOr404 } from '#crm/support/found'
import { personForm, toPersonInput } from '#crm/controllers/forms/person_form'
import { peopleListValidator, personValidator } from '#crm/validators/person'

/** The people of the user's company. */
export default class PeopleController {
  async index({ auth, request, view }: HttpContext) {
    const { q, page } = await request.validateUsing(peopleListValidator)
    const people = await searchPeople(auth.getUserOrFail().tenantId, q ?? null, page ?? 1)
    people.baseUrl('/people').queryString(q ? { q } : {})
    return view.render('crm/people/index', { people, search: q ?? '' })
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const person = foundOr404(await findPerson(user.tenantId, params.id))
    await person.load('leads', (leads) => leads.preload('stage').orderBy('number', 'desc'))
    await person.load('tickets', (tickets) => tickets.orderBy('number', 'desc'))
    return view.render('crm/people/show', {
      person,
      timeline: await timelineOf(user.tenantId, { personId: person.id }),
      panels: await panelsFor(user, { personId: String(person.id) }),
    })
  }

  async create({ auth, view }: HttpContext) {
    const user = auth.getUserOrFail()
    return view.render('crm/people/form', await this.#formState(user.tenantId, null, user.id))
  }

  async store({ auth, request, response, session }: HttpContext) {
    const input = await request.validateUsing(personValidator)
    const person = await savePerson(auth.getUserOrFail().tenantId, toPersonInput(input))
    session.flash('success', `${person.name} has been added.`)
    return response.redirect().toPath(person.url)
  }

  async edit({ auth, params, view }: HttpContext) {
    const { tenantId } = auth.getUserOrFail()
    const person = foundOr404(await findPerson(tenantId, params.id))
    return view.render('crm/people/form', await this.#formState(tenantId, person, person.ownerId))
  }

  async update({ auth, params, request, response, session }: HttpContext) {
    const { tenantId } = auth.getUserOrFail()
    const person = foundOr404(await findPerson(tenantId, params.id))
    const input = await request.validateUsing(personValidator)
    await savePerson(tenantId, toPersonInput(input), person)
    session.flash('success', 'Your changes have been saved.')
    return response.redirect().toPath(person.url)
  }

  async destroy({ auth, params, response, session }: HttpContext) {
    const person = foundOr404(await findPerson(auth.getUserOrFail().tenantId, params.id))
    await deletePerson(person)
    session.flash('success', `${person.name} has been deleted.`)
    return response.redirect().toPath('/people')
  }

  async #formState(tenantId: string, person: Person | null, ownerId: number | null) {
    return {
      person,
      form: personForm(person, ownerId),
      owners: await ownersOf(tenantId),
      labels: await labelsOf(tenantId),
    }
  }
}
