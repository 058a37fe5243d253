/** How the application under test receives emails. */
export const INBOUND_ADDRESS = 'chat+{token}@inbound.example'
export const INBOUND_SECRET = 'a-secret-of-the-tests-for-mail'
