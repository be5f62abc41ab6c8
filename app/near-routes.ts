import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'

type Routes = ServerBuild['routes']

/** The first part of a path: 'appeal' of '/appeal/7/check'. */
function firstPart(path: string): string {
  return path.split('/').find((part) => part !== '') ?? ''
}

/** The path of a route with those it stands in. */
function wholePath(routes: Routes, id: string): string {
  const route = routes[id]
  if (!route) return ''
  return `${route.parentId ? wholePath(routes, route.parentId) : ''}/${route.path ?? ''}`
}

/** True for a route that can match whatever the path begins with. */
const isAnywhere = (part: string) => part === '' || part === '*' || part.startsWith(':')

/**
 * Answers with a handler for the routes that begin like the path. Remix tries every route of a build three times for
 * each page, which was a seventh of the time of a signed-in page (measured); among those that begin alike there is
 * little to try. What begins like no route gets the whole build, and so the page that says so.
 */
export function byPlace(build: ServerBuild, handle: (near: ServerBuild) => RequestHandler): RequestHandler {
  const ids = Object.keys(build.routes)
  const partOf = new Map(ids.map((id) => [id, firstPart(wholePath(build.routes, id))]))
  const handlers = new Map<string, RequestHandler>()
  for (const place of new Set(['', ...partOf.values()])) {
    if (place !== '' && isAnywhere(place)) continue
    const near = ids.filter((id) => partOf.get(id) === place || isAnywhere(partOf.get(id) ?? ''))
    const pick = <Of>(all: Record<string, Of>) =>
      Object.fromEntries(near.flatMap((id) => (all[id] === undefined ? [] : [[id, all[id]]])))
    const assets = { ...build.assets, routes: pick(build.assets.routes) }
    handlers.set(place, handle({ ...build, routes: pick(build.routes), assets }))
  }
  const whole = handle(build)
  return (request, response, next) =>
    (handlers.get(firstPart(request.path)) ?? whole)(request, response, next)
}
