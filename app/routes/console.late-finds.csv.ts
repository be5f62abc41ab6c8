import type { LoaderFunctionArgs } from '@remix-run/node'
import { lateFindsFile } from '../doors/console-late-finds.server.ts'

export const loader = (asked: LoaderFunctionArgs) => lateFindsFile(asked)
