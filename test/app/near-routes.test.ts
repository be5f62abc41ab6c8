import type { ServerBuild } from '@remix-run/node'
import type { Request, RequestHandler, Response } from 'express'
import { expect, test } from 'vitest'
import { byPlace } from '../../app/near-routes.ts'

const paths: Record<string, [parent: string | null, path: string | undefined]> = {
  root: [null, ''],
  index: ['root', undefined],
  help: ['root', 'help'],
  appeals: ['root', 'appeal'],
  appeal: ['root', 'appeal/:restriction/check'],
  console: ['root', 'console'],
  audit: ['console', 'audit'],
  missing: ['root', '*'],
}

const routes = Object.fromEntries(
  Object.entries(paths).map(([id, [parentId, path]]) => [id, { id, parentId: parentId ?? undefined, path }]),
)
const build = { routes, assets: { routes } } as unknown as ServerBuild

/** The ids of the routes that a path is answered from. */
function routesFor(path: string): string[] {
  let tried: string[] = []
  const handle =
    (near: ServerBuild): RequestHandler =>
    () => {
      expect(Object.keys(near.assets.routes)).toEqual(Object.keys(near.routes))
      tried = Object.keys(near.routes)
    }
  byPlace(build, handle)({ path } as Request, {} as Response, () => undefined)
  return tried
}

test.each([
  ['/', ['root', 'index', 'missing']],
  ['/help', ['root', 'index', 'help', 'missing']],
  ['/help/me', ['root', 'index', 'help', 'missing']],
  ['/appeal/7/check', ['root', 'index', 'appeals', 'appeal', 'missing']],
  ['//appeal', ['root', 'index', 'appeals', 'appeal', 'missing']],
  ['/console/audit', ['root', 'index', 'console', 'audit', 'missing']],
  ['/elsewhere', Object.keys(paths)],
  ['/constructor', Object.keys(paths)],
])('%s is answered by the routes that begin like it, and by those that can be anywhere', (path, ids) => {
  expect(routesFor(path)).toEqual(ids)
})
