import type { LoaderFunctionArgs } from '@remix-run/node'
import { requestFile } from '../doors/console-requests.server.ts'

export const loader = (asked: LoaderFunctionArgs) => requestFile(asked)
