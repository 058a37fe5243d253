import type { HttpContext } from '@adonisjs/core/http'
import type { HttpError } from '@adonisjs/core/types/http'

const PAGES: Record<number, { title: string; text: string }> = {
  403: {
    title: 'You don’t have access to this page',
    text: 'Your role doesn’t include this page. Ask an administrator if you need access.',
  },
  404: {
    title: 'Page not found',
    text: 'It may have been moved or deleted.',
  },
  429: { title: 'Too many requests', text: 'Please wait a moment and try again.' },
  500: {
    title: 'Something went wrong',
    text: 'This is on us and we’ve logged it. Please try again in a moment.',
  },
  503: { title: 'Busy right now', text: 'Please try again in a moment.' },
}

/** A page in the CRM's look for an error; of one on our side it says nothing that is not public. */
export function renderErrorPage(error: HttpError, { view }: HttpContext) {
  const fallback =
    error.status >= 500 ? PAGES[500] : { title: 'Something went wrong', text: error.message }
  return view.render('crm/error', { status: error.status, ...(PAGES[error.status] ?? fallback) })
}
