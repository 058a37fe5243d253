import type { AlpineComponent } from 'alpinejs'

/** Types an Alpine component: in its methods `this` has its own members and Alpine's magics. */
export const component = <T extends object, Args extends unknown[]>(
  make: (...args: Args) => AlpineComponent<T>
) => make
