import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadStart, startAgain } from '../doors/ask.server.ts'
import { forms } from '../parts/ask/forms.ts'
import { Start } from '../parts/ask/start.tsx'

export const loader = (args: LoaderFunctionArgs) => loadStart(args, forms.side)
export const action = (args: ActionFunctionArgs) => startAgain(args, forms.side)

export default function TellYourSide() {
  return <Start name="side" begin={useLoaderData<typeof loader>()} />
}
