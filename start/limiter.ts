import limiter from '@adonisjs/limiter/services/main'

/** Slows down guessing of one user's password without locking out an office behind one address. */
export const loginThrottle = limiter.define('login', ({ request }) => {
  const email = String(request.input('email') ?? '').toLowerCase()
  return limiter.allowRequests(60).every('1 minute').usingKey(`${request.ip()}:${email}`)
})
