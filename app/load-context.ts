import type { House } from '../house.ts'

/** What the Express layer knows of a request and Remix does not. */
export type RequestFacts = {
  /** Address of the other end of the connection, for throttles. Never stored. */
  address: string
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    house: House
    facts: RequestFacts
  }
  interface Future {
    v3_singleFetch: true
  }
}
