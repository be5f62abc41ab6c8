import { Problem } from '../parts/problem.tsx'

/** Any address that leads nowhere. */
export function loader() {
  throw new Response(null, { status: 404 })
}

export default function Missing() {
  return <Problem status={404} />
}
