import { redirect } from '@remix-run/node'

export { signOut as action } from '../doors/sign-in.server.ts'

/** Somebody who loads the address instead of pressing the button. */
export function loader() {
  return redirect('/')
}
