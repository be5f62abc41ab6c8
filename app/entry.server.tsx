import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { log } from './doors/log.server.ts'
import { visitOf } from './doors/visit.server.ts'
import { VisitProvider } from './parts/visit.tsx'

/** Pages are plain HTML: nothing is sent that would start a script. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
) {
  const { visit, cookies } = await visitOf(request, context)
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  // Colleagues' and demonstration pages are in English, whatever the customer's language.
  headers.set('Content-Language', /^\/(console|demo)\b/.test(visit.path) ? 'en' : visit.language)
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
  const html = renderToStaticMarkup(
    <VisitProvider value={visit}>
      <RemixServer context={remix} url={request.url} />
    </VisitProvider>,
  )
  const bytes = Buffer.from(`<!DOCTYPE html>${html}`)
  headers.set('Content-Length', String(bytes.length))
  return new Response(bytes, { status, headers })
}

/** Only what helps to mend it: no address, no words of a customer. */
export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted) return
  log.error({ err: error, method: request.method, path: new URL(request.url).pathname }, 'a page failed')
}
