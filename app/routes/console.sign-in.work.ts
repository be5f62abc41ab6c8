import type { LoaderFunctionArgs } from '@remix-run/node'
import { goToWorkAccount } from '../doors/console-work-account.server.ts'

export const loader = (asked: LoaderFunctionArgs) => goToWorkAccount(asked)
