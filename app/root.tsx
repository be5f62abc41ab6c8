import { isRouteErrorResponse, Outlet, useRouteError } from '@remix-run/react'
import { Problem } from './parts/problem.tsx'

/** Every page brings its own document (`parts/document.tsx`), so that title and heading are told in one place. */
export default function Root() {
  return <Outlet />
}

/** What anybody sees when something went wrong: kind words, the urgent block, never a stack. */
export function ErrorBoundary() {
  const error = useRouteError()
  return <Problem status={isRouteErrorResponse(error) ? error.status : 500} />
}
