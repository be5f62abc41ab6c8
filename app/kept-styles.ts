import { readdir, readFile } from 'node:fs/promises'
import type { RequestHandler } from 'express'
import { type Kept, keepBytes, sendKept } from './kept-bytes.ts'

/** The style sheets of the build, and nothing else of it: no page loads the scripts that Remix builds beside them. */
export async function keptStyles(folder: string): Promise<RequestHandler> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.css'))
  const kept = new Map<string, Kept>()
  await Promise.all(
    names.map(async (name) => {
      const headers = {
        'Content-Type': 'text/css; charset=utf-8',
        // Each name holds a hash of what is in it.
        'Cache-Control': 'public, max-age=31536000, immutable',
        Vary: 'Accept-Encoding',
      }
      kept.set(`/${name}`, await keepBytes(await readFile(`${folder}/${name}`), headers))
    }),
  )
  return (request, response) => {
    const style = request.method === 'GET' || request.method === 'HEAD' ? kept.get(request.path) : undefined
    if (style) sendKept(request, response, style)
    else response.sendStatus(404)
  }
}
