import { createCookie } from '@remix-run/node'
import type { House } from '../../house.ts'
import { secretOf as secretIn } from '../../settings.ts'

/**
 * Cookies of the portal. With https their names carry `__Host-`, so that no other host can set them. All are signed,
 * and HttpOnly: no page has a script that would read one.
 */
const names = {
  /** Session of a customer. */
  customer: 'clearway-customer',
  /** Session of a colleague. */
  colleague: 'clearway-colleague',
  /** Where a code by email was asked for. */
  signIn: 'clearway-sign-in',
} as const

export type CookieName = keyof typeof names

/** Signs cookies, codes and links. */
export function secretOf({ settings }: House): string {
  return secretIn(settings)
}

/** Whether customers reach us by https. */
export function isSecure({ settings }: House): boolean {
  return settings.publicUrl.startsWith('https:')
}

function cookieOf(house: House, name: CookieName) {
  const secure = isSecure(house)
  return createCookie(`${secure ? '__Host-' : ''}${names[name]}`, {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    secrets: [secretOf(house)],
  })
}

/** The value of one of our cookies, or null when there is none or somebody changed it. */
export async function readCookie(request: Request, house: House, name: CookieName): Promise<string | null> {
  const value: unknown = await cookieOf(house, name).parse(request.headers.get('Cookie'))
  return typeof value === 'string' && value !== '' ? value : null
}

/** A `Set-Cookie` header. Without `maxAge` (seconds) it goes when the browser closes; the ledger ends a session sooner. */
export async function writeCookie(
  house: House,
  name: CookieName,
  value: string,
  maxAge?: number,
): Promise<string> {
  return await cookieOf(house, name).serialize(value, { maxAge })
}

/** A `Set-Cookie` header that takes one of our cookies away. */
export async function clearCookie(house: House, name: CookieName): Promise<string> {
  return await writeCookie(house, name, '', 0)
}
