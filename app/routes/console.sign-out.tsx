import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { signOut } from '../doors/console.server.ts'

export const loader = () => redirect('/console')
export const action = (asked: ActionFunctionArgs) => signOut(asked)
