import { pause } from '../net/request.js'
import { RequestError, type Refusal } from '../net/request_error.js'

/** Where a file goes, and how its sender is known. */
export interface Upload {
  url: string
  headers: Record<string, string>
  /** Called with what has arrived, from 0 to 1. */
  onProgress(part: number): void
  signal: AbortSignal
}

/** Milliseconds without any progress after which a connection counts as lost. */
const STALLED = 30_000

/**
 * Sends a file as it is; `fetch` does not say how far it has come. Resolves with the response, and rejects with a
 * `RequestError`.
 */
export function sendFile<T>(file: Blob, { url, headers, onProgress, signal }: Upload): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    let patience: ReturnType<typeof setTimeout>
    const wait = () => {
      clearTimeout(patience)
      patience = setTimeout(() => request.abort(), STALLED)
    }
    request.open('POST', url)
    const all = {
      ...headers,
      'Accept': 'application/json',
      'Content-Type': 'application/octet-stream',
    }
    for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => {
      wait()
      onProgress(loaded / total)
    }
    request.onloadend = () => {
      clearTimeout(patience)
      const { status, responseText } = request
      const answer = parse(responseText)
      if (status >= 200 && status < 300 && answer) return resolve(answer as T)
      const later = pause(status ? request.getResponseHeader('Retry-After') : null)
      reject(new RequestError(status >= 200 && status < 300 ? 0 : status, later, answer ?? {}))
    }
    signal.addEventListener('abort', () => request.abort())
    wait()
    request.send(file)
  })
}

function parse(text: string): Refusal | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
