import type { Page } from 'playwright/test'
import { expect, type House } from './house.ts'

const name = (email: string) => `${email}@demo.example`

/** Signs a customer in as they would: asks for a code, reads it in their mail, types it in. */
export async function signIn(page: Page, house: House, who: string, words = english): Promise<void> {
  const isCode = (each: { to?: { address?: string }[]; text?: string }) =>
    each.to?.[0]?.address === name(who) && oneTimeCode.test(each.text ?? '')
  const before = (await house.mailsIn('customer')).filter(isCode).length
  await page.goto(`${house.url}/sign-in`)
  await page.getByRole('textbox', { name: words.email }).fill(name(who))
  await page.getByRole('button', { name: words.send }).click()
  await expect(async () =>
    expect((await house.mailsIn('customer')).filter(isCode).length).toBe(before + 1),
  ).toPass()
  const mail = (await house.mailsIn('customer')).filter(isCode).at(-1)
  const [code = ''] = mail?.text?.match(oneTimeCode) ?? []
  await page.getByRole('textbox', { name: words.code }).fill(code)
  await page.getByRole('button', { name: words.go }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

/** Alone on its line, so that no telephone number is taken for it. */
const oneTimeCode = /^\d{6}$/m

const english = { email: 'Your email address', send: 'Send me a code', code: 'Your code', go: 'Sign in' }

/** Signs a colleague of the demonstration in. */
export async function signInColleague(page: Page, house: House, role: string): Promise<void> {
  await page.goto(`${house.url}/console/sign-in`)
  await page.locator(`button[value="${role}@landlord.example"]`).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
}
