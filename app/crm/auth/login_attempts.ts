import limiter from '@adonisjs/limiter/services/main'
import { errors } from '@adonisjs/limiter'
import { addressKey } from 'adonis-crm-chat'

/** One account, from one network or from one browser that is known to it. */
const PER_USER = { requests: 10, duration: '5 mins' }
const PER_NETWORK = { requests: 100, duration: '5 mins' }
/** One account, from anywhere; further attempts are slowed down. */
const PER_ACCOUNT = { requests: 50, duration: '1 hour' }
const SLOWLY = { requests: 1, duration: '10 secs' }

export interface LoginAttempt {
  ip: string
  email: string
  /** The browser that asks, if the account has been logged in to there before. */
  browser: string | null
}

/**
 * Slows down guessing: of one user's password from one network, of many users' from there, and of one
 * user's from many networks. An attempt counts before the password is checked, so that guesses at the
 * same time gain nothing, and is taken back when it succeeds, so that an office behind one address can
 * log in.
 *
 * Of an account that is guessed at from many networks, one attempt every ten seconds passes; a browser
 * in which its owner has logged in before does not have to queue with the others.
 *
 * @throws E_TOO_MANY_REQUESTS
 */
export async function countLogin({ ip, email, browser }: LoginAttempt) {
  const [ofUser, ofNetwork] = [limiter.use(PER_USER), limiter.use(PER_NETWORK)]
  const [network, account] = [addressKey(ip), email.toLowerCase()]
  const [userKey, networkKey] = [`login_${network}_${account}`, `login_${network}`]
  await ofNetwork.consume(networkKey)
  await ofUser.consume(userKey)
  if (browser) await ofUser.consume(`login_browser_${browser}_${account}`)
  else await countForAccount(account)
  return {
    succeeded: async () => {
      await Promise.all([ofNetwork.decrement(networkKey), ofUser.delete(userKey)])
      if (browser) await ofUser.delete(`login_browser_${browser}_${account}`)
      else await limiter.use(PER_ACCOUNT).decrement(`login_account_${account}`)
    },
  }
}

async function countForAccount(account: string) {
  try {
    await limiter.use(PER_ACCOUNT).consume(`login_account_${account}`)
  } catch (error) {
    if (!(error instanceof errors.E_TOO_MANY_REQUESTS)) throw error
    await limiter.use(SLOWLY).consume(`login_slowly_${account}`)
  }
}

const FIRST_ACCOUNT = { requests: 30, duration: '5 mins' }

/**
 * Slows down guessing of the first account's link from one network.
 *
 * @throws E_TOO_MANY_REQUESTS
 */
export async function countFirstAccount(ip: string) {
  await limiter.use(FIRST_ACCOUNT).consume(`first_account_${addressKey(ip)}`)
}
