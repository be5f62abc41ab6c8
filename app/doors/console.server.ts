import { type AppLoadContext, redirect } from '@remix-run/node'
import { closeSession, findSession, openSession } from '../../db/access.ts'
import { type Alert, openAlerts } from '../../db/alerts.ts'
import { writeAudit } from '../../db/audit.ts'
import { activeColleagues, type Colleague, findActiveColleague, getColleague } from '../../db/colleagues.ts'
import type { House } from '../../house.ts'
import { type ConsoleAction, consoleActions, mayAct } from '../../rules/may-release.ts'
import { clearCookie, readCookie, writeCookie } from './cookies.server.ts'

/** What Remix hands to a loader or an action. */
export type Asked = { request: Request; context: AppLoadContext; params: Record<string, string | undefined> }

const signedIn = new WeakMap<AppLoadContext, Promise<Colleague | null>>()

/** The colleague of this request, looked up once. Somebody who was made inactive is signed out by that. */
export function colleagueOf({
  request,
  context,
}: Pick<Asked, 'request' | 'context'>): Promise<Colleague | null> {
  const known = signedIn.get(context)
  if (known) return known
  const found = findColleague(request, context.house)
  signedIn.set(context, found)
  return found
}

async function findColleague(request: Request, house: House): Promise<Colleague | null> {
  const token = await readCookie(request, house, 'colleague')
  const session = token ? await findSession(house.ledger.db, token, house.clock.now()) : null
  const colleague = session?.colleagueId ? await getColleague(house.ledger.db, session.colleagueId) : null
  return colleague?.active ? colleague : null
}

/**
 * The colleague, when they may do this. Throws a redirect to sign-in for nobody, and a 403 that says who can for
 * somebody else. Every loader and action of the console starts here.
 */
export async function requireColleague(asked: Asked, action: ConsoleAction): Promise<Colleague> {
  const colleague = await colleagueOf(asked)
  if (!colleague) throw redirect(`/console/sign-in?to=${encodeURIComponent(wayBack(asked.request))}`)
  const answer = mayAct(colleague.role, action, asked.context.house.policy.authoriserRoles)
  if ('no' in answer) throw Response.json({ action, ...answer.no }, { status: 403, statusText: 'Forbidden' })
  return colleague
}

/** Where to go on after signing in: the page that was asked for, or for a form the page that it was on. */
function wayBack(request: Request): string {
  const url = new URL(request.url)
  return request.method === 'GET' ? url.pathname + url.search : '/console'
}

/** Only a page of the console: never another address that somebody put into a link. */
export function safeWayBack(to: unknown): string {
  return typeof to === 'string' && /^\/console(?:[/?][\w\-/?=&.%]*)?$/.test(to) ? to : '/console'
}

/** What was typed or chosen in one field, or nothing. */
export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** 404 for an id that is not one, before the ledger is asked. */
export function idOf(params: Asked['params'], name = 'id'): string {
  const id = params[name] ?? ''
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return id
  throw notThere()
}

export function notThere(): Response {
  return new Response(null, { status: 404, statusText: 'Not Found' })
}

/** What the frame of every console page shows. */
export type Chrome = {
  now: Date
  /** What nobody has taken, for those who may take it: the oldest first. */
  alerts: Alert[]
  colleague: { name: string; role: Colleague['role'] } | null
  may: ConsoleAction[]
  landlord: string
  document: string
  isDemonstration: boolean
  path: string
}

export async function chromeOf(asked: Asked): Promise<Chrome> {
  const { policy, settings, clock, ledger } = asked.context.house
  const colleague = await colleagueOf(asked)
  const { name, role } = colleague ?? {}
  const mayTake = role !== undefined && 'yes' in mayAct(role, 'take-alert', policy.authoriserRoles)
  return {
    now: clock.now(),
    alerts: mayTake ? await openAlerts(ledger.db) : [],
    colleague: name && role ? { name, role } : null,
    may: role ? consoleActions.filter((action) => 'yes' in mayAct(role, action, policy.authoriserRoles)) : [],
    landlord: policy.landlord.name,
    document: policy.pack.document.title,
    isDemonstration: settings.mode === 'demo',
    path: new URL(asked.request.url).pathname,
  }
}

/** Only in demonstration mode, and only until a sign-in service is named. */
function hasDemonstrationSignIn({ settings }: House): boolean {
  return settings.mode === 'demo' && settings.oidc === null
}

/** The ways to sign in: one button for each demonstration colleague, or the landlord's own sign-in service. */
export async function signInChoices(asked: Asked) {
  const { house } = asked.context
  const asks = new URL(asked.request.url).searchParams
  const to = safeWayBack(asks.get('to'))
  if (await colleagueOf(asked)) throw redirect(to)
  const isDemonstration = hasDemonstrationSignIn(house)
  const colleagues = isDemonstration ? await activeColleagues(house.ledger.db) : []
  const { authoriserRoles, landlord } = house.policy
  return {
    to,
    problem: asks.get('problem'),
    isDemonstration,
    landlord: landlord.name,
    colleagues: colleagues
      .filter(({ email }) => email.endsWith('@landlord.example'))
      .map(({ email, name, role }) => ({
        email,
        name,
        role,
        may: consoleActions.filter((action) => 'yes' in mayAct(role, action, authoriserRoles)),
      })),
  }
}

/** Signs a demonstration colleague in. There is no such door in production. */
export async function signInDemonstration(asked: Asked): Promise<Response> {
  const { house } = asked.context
  if (!hasDemonstrationSignIn(house)) throw notThere()
  const form = await asked.request.formData()
  const email = fieldOf(form, 'email')
  const isDemonstrated = email.endsWith('@landlord.example')
  const colleague = isDemonstrated ? await findActiveColleague(house.ledger.db, email) : null
  if (!colleague) throw notThere()
  return await startSession(asked, colleague, fieldOf(form, 'to'))
}

/** Opens a session for a colleague whom a sign-in has proved, and goes on to where they were going. */
export async function startSession(asked: Asked, colleague: Colleague, to: unknown): Promise<Response> {
  const { house } = asked.context
  const now = house.clock.now()
  const token = await house.ledger.db.transaction(async (tx) => {
    await writeAudit(tx, {
      at: now,
      actor: `colleague:${colleague.id}`,
      action: 'colleague signed in',
      aboutId: colleague.id,
    })
    return await openSession(tx, { colleagueId: colleague.id, now })
  })
  return redirect(safeWayBack(to), {
    headers: { 'Set-Cookie': await writeCookie(house, 'colleague', token) },
  })
}

export async function signOut({ request, context: { house } }: Asked): Promise<Response> {
  const token = await readCookie(request, house, 'colleague')
  if (token) await closeSession(house.ledger.db, token)
  return redirect('/console/sign-in', { headers: { 'Set-Cookie': await clearCookie(house, 'colleague') } })
}
