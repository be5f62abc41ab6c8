import type { LoaderFunctionArgs } from '@remix-run/node'
import { fileToKeep } from '../doors/console-contact.server.ts'

export const loader = (asked: LoaderFunctionArgs) => fileToKeep(asked)
