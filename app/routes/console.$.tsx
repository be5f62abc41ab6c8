import { notThere } from '../doors/console.server.ts'

/** Any other address under the console, in the console's own frame. */
export function loader() {
  throw notThere()
}

export default function Nothing() {
  return null
}
