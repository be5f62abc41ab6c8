import type { LoaderFunctionArgs } from '@remix-run/node'
import { comeBackFromWorkAccount } from '../doors/console-work-account.server.ts'

export const loader = (asked: LoaderFunctionArgs) => comeBackFromWorkAccount(asked)
