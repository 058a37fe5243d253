import { Form } from '@adonisjs/inertia/react'

export default function Login() {
  return (
    <Form route="session.store">
      <h1>Login</h1>
      <input type="email" name="email" aria-label="Email" />
      <input type="password" name="password" aria-label="Password" />
      <button type="submit">Login</button>
    </Form>
  )
}
