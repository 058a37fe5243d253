import type { HttpContext } from '@adonisjs/core/http'
import type { HttpError } from '@adonisjs/core/types/http'

const PAGES: Record<number, { title: string; text: string }> = {
  403: {
    title: 'This is not open to you',
    text: 'Your role does not include this page. Ask an administrator of your CRM if you need it.',
  },
  404: {
    title: 'There is nothing here',
    text: 'The page has moved, was deleted, or never existed.',
  },
  429: { title: 'That was a bit fast', text: 'Please wait a moment and try again.' },
  500: {
    title: 'Something went wrong',
    text: 'The mistake is ours and has been written down. Please try again in a moment.',
  },
  503: { title: 'Busy right now', text: 'Please try again in a moment.' },
}

/** A page in the CRM's look for an error; of one on our side it says nothing that is not public. */
export function renderErrorPage(error: HttpError, { view }: HttpContext) {
  const fallback =
    error.status >= 500 ? PAGES[500] : { title: 'That did not work', text: error.message }
  return view.render('crm/error', { status: error.status, ...(PAGES[error.status] ?? fallback) })
}
