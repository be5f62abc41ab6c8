import type { LoaderFunctionArgs } from '@remix-run/node'
import { originalAsText } from '../doors/console-contact.server.ts'

export const loader = (asked: LoaderFunctionArgs) => originalAsText(asked)
