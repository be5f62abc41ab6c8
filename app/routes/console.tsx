import type { LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, Outlet, useRouteError } from '@remix-run/react'
import { chromeOf } from '../doors/console.server.ts'
import { ConsoleProblem, type Refusal, Refused } from '../parts/console/console-problem.tsx'

export const loader = (asked: LoaderFunctionArgs) => chromeOf(asked)

export default function Console() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  if (!isRouteErrorResponse(error)) return <ConsoleProblem status={500} />
  const refusal = error.data as Refusal | null
  if (error.status === 403 && refusal?.roles) return <Refused refusal={refusal} />
  return <ConsoleProblem status={error.status} />
}
