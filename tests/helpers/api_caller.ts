import { randomUUID } from 'node:crypto'
import { Assert } from '@japa/assert'
import User from '#crm/models/user'
import { complaints } from '#tests/helpers/openapi'

export const API = '/api/v1/live-chat'

export interface ApiResponse {
  status: number
  json: any
  text: string
  headers: Headers
}

/**
 * A program that calls the REST API. Every answer it gets is held against the OpenAPI document; one
 * that the document does not describe fails the test.
 */
export class ApiCaller {
  constructor(readonly headers: Record<string, string> = {}) {}

  /** A program with a bearer token of the user. */
  static async for(user: User) {
    const token = await User.accessTokens.create(user)
    return new ApiCaller({ authorization: `Bearer ${token.value!.release()}` })
  }

  get = (path: string) => this.call('GET', path)
  post = (path: string, body: unknown = {}) => this.call('POST', path, body)
  put = (path: string, body: unknown = {}) => this.call('PUT', path, body)
  delete = (path: string) => this.call('DELETE', path)

  say(conversation: string, content: string, more: object = {}) {
    const message = { content, client_message_id: randomUUID(), ...more }
    return this.post(`/conversations/${conversation}/messages`, message)
  }

  async call(method: string, path: string, input?: unknown): Promise<ApiResponse> {
    const response = await fetch(`${process.env.APP_URL}${API}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...this.headers },
      body: input === undefined ? undefined : JSON.stringify(input),
      redirect: 'manual',
    })
    const text = await response.text()
    const type = response.headers.get('content-type')?.split(';')[0] ?? ''
    const isJson = type === 'application/json'
    const body = isJson ? JSON.parse(text) : text
    new Assert().deepEqual(complaints(method, API + path, response.status, body, type), [])
    return { status: response.status, json: isJson ? body : '', text, headers: response.headers }
  }
}
