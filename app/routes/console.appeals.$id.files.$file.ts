import type { LoaderFunctionArgs } from '@remix-run/node'
import { appealFileToKeep } from '../doors/console-appeals.server.ts'

export const loader = (asked: LoaderFunctionArgs) => appealFileToKeep(asked)
