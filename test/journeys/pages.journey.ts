import { AxeBuilder } from '@axe-core/playwright'
import { languages } from '../../words/catalogue.ts'
import { expect, test } from './house.ts'
import { signIn } from './people.ts'

const open = [
  '/',
  '/what-we-will-do',
  '/sign-in',
  '/sign-in/letter',
  '/contact-us',
  '/urgent',
  '/urgent/tell',
  '/help',
  '/privacy',
  '/nowhere',
]
const own = ['/your-restrictions', '/your-contacts', '/contact-us', '/appeal']

test.describe('every customer page', () => {
  for (const look of ['', '?lang=ur&size=large', '?lang=pl&size=giant']) {
    test(`open pages ${look || 'as they come'}: axe finds nothing, no script, nothing wider than a phone`, async ({
      page,
      house,
    }) => {
      await page.setViewportSize({ width: 320, height: 640 })
      for (const path of open) {
        await page.goto(`${house.url}${path}${look}`)
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze()
        expect.soft(violations.map(({ id, nodes }) => `${path}${look} ${id}: ${nodes[0]?.html}`)).toEqual([])
        const [script, tooWide] = await page.evaluate(() => [
          document.scripts.length,
          document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ])
        expect.soft([path, script, tooWide]).toEqual([path, 0, 0])
        await expect.soft(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        expect
          .soft(await page.locator('.cw-urgent a[href^="tel:"]').count(), `${path}: numbers to call`)
          .toBeGreaterThanOrEqual(3)
      }
    })
  }

  for (const { code, dir } of languages) {
    test(`in ${code}, in every size: said in that language, and nothing wider than a phone`, async ({
      page,
      house,
    }) => {
      await page.setViewportSize({ width: 320, height: 640 })
      for (const path of ['/', '/what-we-will-do', '/urgent', '/urgent/tell']) {
        for (const size of ['standard', 'large', 'giant']) {
          await page.goto(`${house.url}${path}?lang=${code}&size=${size}`)
          const seen = await page.evaluate(() => {
            const { lang, dir, scrollWidth, clientWidth } = document.documentElement
            return { lang, dir, tooWide: scrollWidth - clientWidth }
          })
          expect.soft({ path, size, ...seen }).toEqual({ path, size, lang: code, dir, tooWide: 0 })
        }
      }
    })
  }

  test('signed-in pages: axe finds nothing', async ({ page, house }) => {
    await signIn(page, house, 'letters')
    for (const path of own) {
      await page.goto(`${house.url}${path}`)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect.soft(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
    }
  })

  test('the first view of a page sends less than 60 kB in all, and none of it is script', async ({
    browser,
    house,
  }) => {
    for (const path of [...open, '/what-we-will-do?lang=ur&size=large']) {
      const page = await (await browser.newContext()).newPage()
      let bytes = 0
      const kinds: string[] = []
      const devtools = await page.context().newCDPSession(page)
      await devtools.send('Network.enable')
      devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
        bytes += encodedDataLength
      })
      page.on('request', (request) => kinds.push(request.resourceType()))
      await page.goto(`${house.url}${path}`, { waitUntil: 'networkidle' })
      expect.soft(kinds, path).not.toContain('script')
      expect.soft(bytes, `${path}: bytes over the wire`).toBeLessThan(60_000)
      expect.soft(bytes, `${path}: bytes were counted`).toBeGreaterThan(1_000)
      await page.context().close()
    }
  })
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
