import type { AppLoadContext } from '@remix-run/node'
import { startSession } from '../../app/doors/console.server.ts'
import { writeCookie } from '../../app/doors/cookies.server.ts'
import { openSession } from '../../db/access.ts'
import type { Clock } from '../../clock.ts'
import type { Role } from '../../policies/pack.ts'
import { openLedger } from '../../db/ledger.ts'
import { type House, loadPolicy } from '../../house.ts'
import { parseSettings } from '../../settings.ts'
import { aColleague } from './ledger.ts'

export type Form = Record<string, string | File[]>

/** A house whose clock stands still until it is set. */
export type Portal = House & { clock: Clock & { set(at: Date): void } }

/** A house with its portal over a test database, under one policy. */
export async function aPortal(databaseUrl: string, policy: string, start: Date): Promise<Portal> {
  let now = start
  const settings = parseSettings({
    DATABASE_URL: databaseUrl,
    CLEARWAY_POLICY: policy,
    SESSION_SECRET: 'a secret for tests only, 0123456789',
  })
  const nobody = { toDesk: async () => undefined, toCustomer: async () => undefined, close: () => undefined }
  return {
    settings,
    clock: {
      now: () => now,
      set: (at) => {
        now = at
      },
    },
    policy: await loadPolicy(settings),
    ledger: openLedger(databaseUrl, 4),
    mail: nobody,
  }
}

/** One request as a door gets it. The parts of the path are found by name in `params`. */
export type Asked = ReturnType<typeof asking>

function asking(house: House, path: string, params: Record<string, string>, cookie: string, form?: Form) {
  const body = form && new FormData()
  for (const [name, value] of Object.entries(form ?? {})) {
    if (typeof value === 'string') body?.append(name, value)
    else for (const file of value) body?.append(name, file)
  }
  return {
    request: new Request(`http://127.0.0.1:3000${path}`, {
      headers: { Cookie: cookie },
      ...(body && { method: 'POST', body }),
    }),
    params,
    context: { house, facts: { address: '127.0.0.1' } } as AppLoadContext,
  }
}

export type Ask = (path: string, form?: Form) => Asked

/** A customer's browser, without script: it opens pages of appeals and sends forms. Null: nobody is signed in. */
export async function customersBrowser(house: House, customerId: string | null): Promise<Ask> {
  const now = house.clock.now()
  const token = customerId ? await openSession(house.ledger.db, { customerId, now }) : null
  const cookie = token ? ((await writeCookie(house, 'customer', token)).split(';')[0] ?? '') : ''
  return (path, form) => {
    const [, , kind = '', about = '', step = ''] = path.split(/[?#]/)[0]?.split('/') ?? []
    return asking(house, path, { kind, about, step, id: kind, file: step }, cookie, form)
  }
}

/** The browser of a new colleague in the console. */
export async function colleaguesBrowser(house: House, role: Role): Promise<Ask> {
  const colleague = await aColleague(house.ledger.db, role)
  const answer = await startSession(asking(house, '/console', {}, ''), colleague, '/console')
  const cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  return (path, form) => {
    const [, , , id = '', , file = ''] = path.split('/')
    return asking(house, path, { id, file }, cookie, form)
  }
}

/** Where a door sends somebody, whether it returns or throws that, or the status with which it refuses. */
export async function sentTo(work: Promise<unknown>): Promise<string> {
  const answer = await work.catch((thrown: unknown) => thrown)
  if (answer instanceof Response) return answer.headers.get('Location') ?? String(answer.status)
  throw new Error('the door sent nobody anywhere', { cause: answer })
}

/** A file whose bytes are those of a picture, with a name from a careless browser. */
export const aPhoto = () =>
  new File([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')], 'bad\\photo.png')
