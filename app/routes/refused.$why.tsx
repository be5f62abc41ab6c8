import type { LoaderFunctionArgs } from '@remix-run/node'

/** Where the fence sends a form that did not come from our pages, or is too large. */
export function loader({ params }: LoaderFunctionArgs) {
  throw new Response(null, { status: params.why === 'too-long' ? 413 : 403 })
}

export default function Refused() {
  return null
}
