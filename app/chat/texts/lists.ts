import { catalogue } from './catalogue.js'

/** `Billing, Bug, Refund` */
export const listInWords = (items: string[]) => list(items, { type: 'unit', style: 'short' })

/** `Bob, Jane and Carol` */
export const allInWords = (items: string[]) => list(items, { type: 'conjunction' })

/** `an id, a UUID or "me"` */
export const oneInWords = (items: string[]) => list(items, { type: 'disjunction' })

const list = (items: string[], shape: Intl.ListFormatOptions) =>
  new Intl.ListFormat(catalogue().locale, shape).format(items)
