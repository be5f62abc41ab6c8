// What pages are measured against, each in a process of its own: `bare-servers.ts express|remix <file of HTML>`.
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { PassThrough } from 'node:stream'
import { createRequestHandler } from '@remix-run/express'
import { createReadableStreamFromReadable, type EntryContext, type ServerBuild } from '@remix-run/node'
import { Links, Meta, Outlet, RemixServer, Scripts, ScrollRestoration } from '@remix-run/react'
import express from 'express'
import { createElement as h } from 'react'
import { renderToPipeableStream } from 'react-dom/server'

/** What the document around the paragraphs takes. */
const documentLength = 1_600

const [kind = '', file = ''] = process.argv.slice(2)
const html = readFileSync(file, 'utf8')

/** As `entry.server` comes with Remix. */
function stockEntry(_: Request, status: number, headers: Headers, remix: EntryContext): Promise<Response> {
  return new Promise((answer, failed) => {
    const { pipe } = renderToPipeableStream(h(RemixServer, { context: remix, url: 'http://127.0.0.1/' }), {
      onShellReady() {
        const body = new PassThrough()
        headers.set('Content-Type', 'text/html')
        answer(new Response(createReadableStreamFromReadable(body), { status, headers }))
        pipe(body)
      },
      onShellError: failed,
    })
  })
}

/** The document as the template of `create-remix` writes it. */
function Root() {
  const head = h('head', null, h('meta', { charSet: 'utf-8' }), h(Meta), h(Links))
  return h('html', { lang: 'en' }, head, h('body', null, h(Outlet), h(ScrollRestoration), h(Scripts)))
}

/** Paragraphs of a hundred bytes or so until the page is as long: no data, no languages, no choices. */
function Page() {
  const words = 'Some words about contact, and what it means for you, as long as a line is on such a page. '
  const count = Math.round(
    (html.length - documentLength) / (words.length + '<p class="govuk-body"></p>'.length),
  )
  return Array.from({ length: count }, (_, at) => h('p', { key: at, className: 'govuk-body' }, words))
}

const build: ServerBuild = {
  entry: { module: { default: stockEntry } },
  routes: {
    root: { id: 'root', path: '', module: { default: Root } },
    page: {
      id: 'page',
      parentId: 'root',
      index: true,
      path: undefined,
      module: { default: Page, loader: () => null },
    },
  },
  assets: {
    entry: { imports: [], module: '' },
    routes: {
      root: {
        id: 'root',
        hasAction: false,
        hasLoader: false,
        hasClientAction: false,
        hasClientLoader: false,
        hasErrorBoundary: false,
        module: '',
        path: '',
      },
      page: {
        id: 'page',
        parentId: 'root',
        index: true,
        hasAction: false,
        hasLoader: true,
        hasClientAction: false,
        hasClientLoader: false,
        hasErrorBoundary: false,
        module: '',
      },
    },
    url: '',
    version: '1',
  },
  publicPath: '/',
  assetsBuildDirectory: '',
  basename: '/',
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: false,
    v3_relativeSplatPath: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
  isSpaMode: false,
  mode: 'production',
}

const app = express()
if (kind === 'express') app.get('/', (_, response) => response.send(html))
else app.all('*', createRequestHandler({ build, mode: 'production' }))
const server = app.listen(0, '127.0.0.1', () =>
  process.send?.({ port: (server.address() as AddressInfo).port }),
)
process.on('disconnect', () => process.exit(0))
