/** Alpine's build for pages with a strict Content-Security-Policy comes without types of its own. */
declare module '@alpinejs/csp' {
  export { default } from 'alpinejs'
}
