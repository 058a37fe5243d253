import { ownTitle } from './title.js'

/** A page of the website as the trail shows it; the frame requests it repeatedly. */
export const currentPage = () => ({
  url: location.href,
  title: ownTitle(),
  referrer: document.referrer,
})
