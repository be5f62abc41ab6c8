import { createCookie, redirect } from '@remix-run/node'
import * as oidc from 'openid-client'
import { findActiveColleague } from '../../db/colleagues.ts'
import type { House } from '../../house.ts'
import { type Asked, notThere, safeWayBack, startSession } from './console.server.ts'
import { secretOf } from './cookies.server.ts'
import { log } from './log.server.ts'

/** How long somebody has for signing in at the sign-in service. */
const minutesToSignIn = 15
const scope = 'openid email'

type OnTheWay = { verifier: string; state: string; nonce: string; to: string }

/** What is remembered while somebody is at the sign-in service. Signed; it goes when they come back. */
function onTheWayCookie(house: House) {
  const secure = house.settings.publicUrl.startsWith('https:')
  return createCookie(`${secure ? '__Host-' : ''}clearway-work-account`, {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: minutesToSignIn * 60,
    secrets: [secretOf(house)],
  })
}

const found = new WeakMap<House, Promise<oidc.Configuration>>()

/** What the sign-in service says of itself, asked once; asked again when it did not answer. */
function serviceOf(house: House): Promise<oidc.Configuration> {
  const { oidc: named } = house.settings
  if (!named) throw notThere()
  const known = found.get(house)
  if (known) return known
  const issuer = new URL(named.issuer)
  const isHere = issuer.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname)
  const asked = oidc.discovery(issuer, named.clientId, named.clientSecret, undefined, {
    timeout: 10,
    // Only a service on this very machine may be asked without TLS.
    execute: isHere ? [oidc.allowInsecureRequests] : [],
  })
  asked.catch(() => found.delete(house))
  found.set(house, asked)
  return asked
}

function addressToComeBack(house: House): string {
  return `${house.settings.publicUrl}/console/sign-in/back`
}

/** Sends a colleague to the landlord's sign-in service (authorisation code with PKCE, state and nonce). */
export async function goToWorkAccount({ request, context: { house } }: Asked): Promise<Response> {
  const service = await serviceOf(house)
  const onTheWay: OnTheWay = {
    verifier: oidc.randomPKCECodeVerifier(),
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    to: safeWayBack(new URL(request.url).searchParams.get('to')),
  }
  const address = oidc.buildAuthorizationUrl(service, {
    redirect_uri: addressToComeBack(house),
    scope,
    state: onTheWay.state,
    nonce: onTheWay.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(onTheWay.verifier),
    code_challenge_method: 'S256',
  })
  return redirect(address.href, {
    headers: { 'Set-Cookie': await onTheWayCookie(house).serialize(onTheWay) },
  })
}

/** Takes a colleague back from the sign-in service. Whom the service proves is let in only when the ledger knows them. */
export async function comeBackFromWorkAccount(asked: Asked): Promise<Response> {
  const { house } = asked.context
  const cookie = onTheWayCookie(house)
  const onTheWay = (await cookie.parse(asked.request.headers.get('Cookie'))) as OnTheWay | null
  const gone = await cookie.serialize('', { maxAge: 0 })
  const again = (problem: string) =>
    redirect(`/console/sign-in?problem=${problem}`, { headers: { 'Set-Cookie': gone } })
  if (!onTheWay?.state) return again('failed')
  const email = await provedEmail(asked, onTheWay).catch((err: unknown) => {
    log.warn({ err }, 'a colleague could not sign in')
    return null
  })
  if (!email) return again('failed')
  const colleague = await findActiveColleague(house.ledger.db, email)
  if (!colleague) return again('unknown')
  const answer = await startSession(asked, colleague, onTheWay.to)
  answer.headers.append('Set-Cookie', gone)
  return answer
}

/** The address that the service vouches for, or null. An address that it says nobody checked proves nothing. */
async function provedEmail(
  { request, context: { house } }: Asked,
  onTheWay: OnTheWay,
): Promise<string | null> {
  const service = await serviceOf(house)
  const came = new URL(addressToComeBack(house))
  came.search = new URL(request.url).search
  const tokens = await oidc.authorizationCodeGrant(service, came, {
    pkceCodeVerifier: onTheWay.verifier,
    expectedState: onTheWay.state,
    expectedNonce: onTheWay.nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) return null
  const said = claims.email ? claims : await oidc.fetchUserInfo(service, tokens.access_token, claims.sub)
  return typeof said.email === 'string' && said.email_verified !== false ? said.email : null
}
