import type { ReactElement } from 'react'
import type { Data } from '@generated/data'
import { Form, Link } from '@adonisjs/inertia/react'

export default function Layout({ children }: { children: ReactElement<Data.SharedProps> }) {
  const { user } = children.props
  return (
    <>
      <header>
        <nav>
          <Link route="home">Home</Link>
          {user ? (
            <Form route="session.destroy">
              <button type="submit">Logout {user.initials}</button>
            </Form>
          ) : (
            <>
              <Link route="new_account.create">Signup</Link>
              <Link route="session.create">Login</Link>
            </>
          )}
        </nav>
      </header>
      <main>{children}</main>
    </>
  )
}
