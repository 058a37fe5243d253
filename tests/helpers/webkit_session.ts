import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../bin/start/ports.js'

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'

const PATIENCE = 20_000

export const ENTER = '\uE007'

type Element = Record<string, string>

/**
 * A WebKitGTK of its own, under a display of its own, driven by plain WebDriver calls. One session each: a driver
 * that has had one does not start another reliably.
 */
export class WebKitSession {
  #base = ''

  private constructor(
    private driver: ChildProcess,
    private display: ChildProcess,
    private url: string
  ) {}

  static async open() {
    const display = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1440x900x24'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const signal = AbortSignal.timeout(PATIENCE)
    const [number] = await once(display.stdout!, 'data', { signal })
    const port = await freePort('127.0.0.1')
    const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: `:${String(number).trim()}`,
        LANG: 'en_US.UTF-8',
        GDK_BACKEND: 'x11',
        WEBKIT_DISABLE_DMABUF_RENDERER: '1',
        LIBGL_ALWAYS_SOFTWARE: '1',
      },
    })
    const session = new WebKitSession(driver, display, `http://127.0.0.1:${port}`)
    try {
      await session.#begin()
    } catch (error) {
      await session.close()
      throw error
    }
    return session
  }

  async close() {
    if (this.#base) await this.#call('DELETE', this.#base).catch(() => {})
    for (const child of [this.driver, this.display]) child.kill('SIGKILL')
  }

  visit(url: string) {
    return this.#call('POST', `${this.#base}/url`, { url })
  }

  /** What a function's body answers in the page (or the frame that was entered). */
  run<T>(script: string): Promise<T> {
    return this.#call('POST', `${this.#base}/execute/sync`, { script, args: [] }) as Promise<T>
  }

  /** Asks again until the expression is true in the page. */
  async until(expression: string, patience = PATIENCE) {
    const end = Date.now() + patience
    while (!(await this.run(`return Boolean(${expression})`))) {
      if (Date.now() > end) throw new Error(`Waited in vain for ${expression}`)
      await pause(100)
    }
  }

  /** The element that an expression answers, as soon as there is one. */
  async element(expression: string) {
    await this.until(expression)
    return this.run<Element>(`return ${expression}`)
  }

  async click(expression: string) {
    const element = await this.element(expression)
    await this.#call('POST', `${this.#base}/element/${element[ELEMENT]}/click`, {})
  }

  /** Types as soon as the field can be typed into: what just opens cannot, yet. */
  async type(expression: string, text: string) {
    const element = await this.element(expression)
    const end = Date.now() + PATIENCE
    for (;;) {
      try {
        await this.#call('POST', `${this.#base}/element/${element[ELEMENT]}/value`, { text })
        return
      } catch (error) {
        if (Date.now() > end || !String(error).includes('not interactable')) throw error
        await pause(100)
      }
    }
  }

  async enterFrame(expression: string) {
    const id = await this.element(expression)
    await this.#call('POST', `${this.#base}/frame`, { id })
  }

  async #begin() {
    const options = { binary: MINI_BROWSER, args: ['--automation'] }
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } }
    for (let tries = 50; ; tries--) {
      try {
        const { sessionId } = (await this.#call('POST', '/session', { capabilities })) as {
          sessionId: string
        }
        this.#base = `/session/${sessionId}`
        return
      } catch (error) {
        // Not listening yet
        if (!tries || !(error instanceof TypeError)) throw error
        await pause(100)
      }
    }
  }

  async #call(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    })
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } }
    if (answer.ok) return value
    throw new Error(`WebKit: ${value?.error} ${value?.message}`)
  }
}
