import { Form } from '@adonisjs/inertia/react'

export default function Signup() {
  return (
    <Form route="new_account.store">
      <h1>Signup</h1>
      <input name="fullName" aria-label="Full name" />
      <input type="email" name="email" aria-label="Email" />
      <input type="password" name="password" aria-label="Password" />
      <input type="password" name="passwordConfirmation" aria-label="Confirm password" />
      <button type="submit">Sign up</button>
    </Form>
  )
}
