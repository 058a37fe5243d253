/** A base64url text as bytes. */
export function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (character) => character.charCodeAt(0))
}

/** Whether a subscription was made for this key. */
export function sameKey(known: ArrayBuffer | null | undefined, wanted: Uint8Array) {
  if (!known) return false
  const bytes = new Uint8Array(known)
  return bytes.length === wanted.length && bytes.every((byte, index) => byte === wanted[index])
}

/** Resolves when the registration's worker is active: before, there is none to subscribe. */
export async function activated(registration: ServiceWorkerRegistration) {
  const worker = registration.installing ?? registration.waiting
  if (registration.active || !worker) return registration
  await new Promise<void>((resolve, reject) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve()
      if (worker.state === 'redundant') reject(new Error('The worker was not installed'))
    })
  })
  return registration
}
