import { ownTitle } from './title.js'

/** A page of the website as the trail shows it; the frame asks for it again and again. */
export const currentPage = () => ({
  url: location.href,
  title: ownTitle(),
  referrer: document.referrer,
})
