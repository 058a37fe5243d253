import limiter from '@adonisjs/limiter/services/main'

const PER_USER = { requests: 10, duration: '5 mins' }
const PER_ADDRESS = { requests: 100, duration: '5 mins' }

/**
 * Slows down guessing: of one user's password from one address, and of many users' from there. An
 * attempt counts before the password is looked at, so that guesses at the same time gain nothing, and
 * is taken back when it succeeds, so that an office behind one address can log in.
 *
 * @throws E_TOO_MANY_REQUESTS
 */
export async function countLogin(ip: string, email: string) {
  const [ofUser, ofAddress] = [limiter.use(PER_USER), limiter.use(PER_ADDRESS)]
  const [userKey, addressKey] = [`login_${ip}:${email.toLowerCase()}`, `login_${ip}`]
  await ofAddress.consume(addressKey)
  await ofUser.consume(userKey)
  return {
    succeeded: () => Promise.all([ofAddress.decrement(addressKey), ofUser.delete(userKey)]),
  }
}

const FIRST_ACCOUNT = { requests: 30, duration: '5 mins' }

/**
 * Slows down guessing of the first account's link from one address.
 *
 * @throws E_TOO_MANY_REQUESTS
 */
export async function countFirstAccount(ip: string) {
  await limiter.use(FIRST_ACCOUNT).consume(`first_account_${ip}`)
}
