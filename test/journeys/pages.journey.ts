import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright/test'
import { languages } from '../../words/catalogue.ts'
import { expect, type House, test } from './house.ts'
import { countStops, lookAt, lookAtFocus } from './look-at.ts'
import { type CustomerPage, nameOf, pages } from './pages.ts'
import { signIn } from './people.ts'

test.describe.configure({ mode: 'parallel', timeout: 240_000 })

const sizes = ['standard', 'large', 'giant'] as const
const widths = [1280, 768, 320] as const

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>
/** Each customer signs in once for all tests of a worker. */
const sessions = new Map<string, Cookies>()

async function sessionOf(page: Page, house: House, who: string): Promise<Cookies> {
  const known = sessions.get(who)
  if (known) return known
  await page.context().clearCookies()
  await signIn(page, house, who)
  const session = (await page.context().cookies()).filter(({ name }) => name.endsWith('clearway-customer'))
  sessions.set(who, session)
  return session
}

/** Everyone's pages in turn, so that one browser page is enough and nobody signs in twice. */
const inTurn = [...pages].sort((a, b) => (a.as ?? '').localeCompare(b.as ?? ''))

async function open(page: Page, house: House, which: CustomerPage, look: string): Promise<void> {
  const session = which.as ? await sessionOf(page, house, which.as) : []
  await page.context().clearCookies()
  await page.context().addCookies(session)
  await page.goto(`${house.url}${which.path}?${look}`)
  if (!which.isSent) return
  // A click does not wait for the page that follows, and what looks at a page does not either.
  const answered = page.waitForEvent('load')
  await page.locator('main form button').last().click()
  await answered
}

for (const { code, dir } of languages) {
  test(`every page in ${code} stands well in every size and width`, async ({ page, house }) => {
    for (const which of inTurn) {
      for (const size of sizes) {
        await open(page, house, which, `lang=${code}&size=${size}`)
        const root = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])
        expect.soft(root, nameOf(which)).toEqual([code, dir])
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 })
          const name = `${nameOf(which)}, ${size}, ${width} px`
          expect.soft(await page.evaluate(lookAt), name).toEqual([])
        }
      }
    }
  })
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
for (const look of ['lang=en', 'lang=en&contrast=high', 'lang=ur&size=large', 'lang=bn&size=giant']) {
  test(`axe finds nothing on any page, ${look}`, async ({ page, house }) => {
    await page.setViewportSize({ width: 768, height: 1024 })
    for (const which of inTurn) {
      await open(page, house, which, look)
      const axe = new AxeBuilder({ page })
      // In high contrast nothing is different but colours.
      const asked = look.includes('contrast') ? axe.withRules(['color-contrast']) : axe.withTags(rules)
      const { violations } = await asked.analyze()
      const told = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
      expect.soft(told, `${nameOf(which)} ${look}`).toEqual([])
    }
  })
}

for (const [look, width] of [
  ['lang=en', 1280],
  ['lang=ur&size=giant', 320],
] as const) {
  test(`every page can be used by keyboard alone, ${look}`, async ({ page, house }) => {
    await page.setViewportSize({ width, height: 800 })
    for (const which of inTurn.filter(({ isSent }) => !isSent)) {
      await open(page, house, which, look)
      const stops = await page.evaluate(countStops)
      const names: (string | undefined)[] = []
      for (let stop = 1; stop <= stops; stop += 1) {
        await page.keyboard.press('Tab')
        const focus = await page.evaluate(lookAtFocus)
        const where = `${nameOf(which)}: stop ${stop} of ${stops}, ${focus?.name}`
        expect.soft(focus, where).toMatchObject({ isSeen: true, isCovered: false })
        names.push(focus?.name)
      }
      await page.keyboard.press('Tab')
      const next = await page.evaluate(lookAtFocus)
      // A browser without a frame goes round to the first.
      expect.soft([undefined, names[0]], `${nameOf(which)}: after the last stop`).toContain(next?.name)
    }
  })
}

test('the numbers to call are on every page', async ({ page, house }) => {
  for (const which of inTurn) {
    await open(page, house, which, 'lang=en')
    const numbers = await page.locator('.cw-urgent a[href^="tel:"]').count()
    expect.soft(numbers, nameOf(which)).toBeGreaterThanOrEqual(3)
  }
})

test('the first view of a page sends less than 50 kB in all, and none of it is script or letters', async ({
  browser,
  house,
}) => {
  for (const { path } of pages.filter(({ as, isSent }) => !as && !isSent)) {
    const context = await browser.newContext({ locale: 'ur-PK' })
    const page = await context.newPage()
    let bytes = 0
    const kinds = new Set<string>()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    page.on('request', (request) => kinds.add(request.resourceType()))
    await page.goto(`${house.url}${path}?size=large`, { waitUntil: 'networkidle' })
    expect.soft([...kinds].sort(), path).toEqual(['document', 'stylesheet'])
    expect.soft(bytes, `${path}: bytes over the wire`).toBeLessThan(50_000)
    expect.soft(bytes, `${path}: bytes were counted`).toBeGreaterThan(1_000)
    await context.close()
  }
})

test('leaving quickly is the first stop of the keyboard on pages about danger, and tells nobody where from', async ({
  page,
  house,
}) => {
  await page.route('https://www.bbc.co.uk/weather', (route) => route.fulfill({ body: 'Rain.' }))
  for (const path of ['/help', '/urgent']) {
    await page.goto(`${house.url}${path}`)
    await page.keyboard.press('Tab')
    const [request] = await Promise.all([
      page.waitForRequest('https://www.bbc.co.uk/weather'),
      page.keyboard.press('Enter'),
    ])
    expect(request.headers().referer).toBeUndefined()
    await expect(page.getByText('Rain.')).toBeVisible()
  }
  await page.goto(`${house.url}/`)
  await expect(page.locator('.cw-leave')).toHaveCount(0)
})

test('what another site sends in somebody’s name is refused', async ({ house }) => {
  const send = (headers: Record<string, string>) =>
    fetch(`${house.url}/urgent`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: 'what=Water&where=Here&key=x',
    })
  expect((await send({ origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await send({ origin: house.url })).status).not.toBe(403)
})
