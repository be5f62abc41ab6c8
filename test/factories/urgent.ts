import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node'
import type { House } from '../../house.ts'

/** A picture of so many bytes: what a telephone would send, as far as its first bytes say. */
export function aPhotograph(name: string, bytes = 5_000): File {
  const head = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de', 'hex')
  return new File([head, Buffer.alloc(bytes - head.length, name)], name, { type: 'image/png' })
}

type Form = { fields?: Record<string, string>; photos?: File[]; cookie?: string }

/** What Remix hands to a door of the portal for a form with files, as a browser without script sends it. */
export function aForm(
  house: House,
  path: string,
  { fields = {}, photos = [], cookie = '' }: Form,
): ActionFunctionArgs {
  const body = new FormData()
  for (const [name, text] of Object.entries(fields)) body.set(name, text)
  for (const photo of photos.length > 0 ? photos : [new File([], '')]) body.append('photos', photo)
  return asking(
    house,
    new Request(`http://127.0.0.1:3000${path}`, { method: 'POST', body, headers: { cookie } }),
  )
}

/** Any request to a door of the portal, with what its path names. */
export function asking(house: House, request: Request): ActionFunctionArgs {
  const [, id] = /^\/urgent\/sent\/([^/]+)$/.exec(new URL(request.url).pathname) ?? []
  const context = { house, facts: { address: '127.0.0.1' } } as AppLoadContext
  return { request, params: id ? { id } : {}, context }
}

/** Where an answer leads to; fails with what was said when it does not lead on. */
export function leadsTo(answer: unknown): string {
  if (!(answer instanceof Response)) throw new Error(`no way on: ${JSON.stringify(answer)}`)
  return answer.headers.get('Location') ?? ''
}
