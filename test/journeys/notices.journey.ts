import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './house.ts'
import { signIn } from './people.ts'

test.describe('letters from the landlord', { tag: '@everywhere' }, () => {
  test('somebody finds their letter, reads it as a page, and keeps it as a PDF', async ({ page, house }) => {
    await signIn(page, house, 'tuesday')
    await page.goto(`${house.url}/your-restrictions?lang=en`)
    await page.getByRole('link', { name: 'Letters and emails from us' }).click()
    // Newest first: the restriction came after the warning.
    const subjects = page.getByRole('main').getByRole('listitem').getByRole('link')
    await expect(subjects.last()).toHaveText('A letter about how you contact us')
    await subjects.filter({ hasText: /^How you can contact us from/ }).click()

    const letter = page.getByRole('article')
    await expect(letter.getByRole('heading', { level: 1 })).toHaveText(/^How you can contact us from/)
    await expect(letter.getByRole('heading', { level: 2, name: 'Why' })).toBeVisible()
    await expect(letter).toContainText('Hello Tom Barker,')
    await expect(letter).toContainText('Your code: ••••-••••')

    for (const [name, query] of [
      ['Open as a PDF', ''],
      ['Giant letters', '?points=24'],
    ] as const) {
      const link = page.getByRole('main').getByRole('link', { name })
      const href = (await link.getAttribute('href')) ?? ''
      expect(href).toMatch(new RegExp(`/letter\\.pdf${query.replace('?', '\\?')}$`))
      const answer = await page.request.get(`${house.url}${href}`)
      expect(answer.status()).toBe(200)
      expect(answer.headers()['content-type']).toBe('application/pdf')
      expect(answer.headers()['content-security-policy']).toContain("default-src 'none'")
      expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
    }
  })
})

test('a letter in Urdu, on an English page in giant letters, is in Urdu, fits a telephone, and axe finds nothing', async ({
  page,
  house,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await signIn(page, house, 'weekly')
  for (const look of ['?lang=en&size=giant', '?lang=ur&size=large']) {
    await page.goto(`${house.url}/your-notices${look}`)
    const paths = [page.url()]
    const hrefs = await page.locator('main li a').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
    expect(hrefs.length).toBeGreaterThan(1)
    paths.push(...hrefs.map((href) => `${house.url}${href}`))
    for (const path of paths) {
      await page.goto(path)
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect.soft(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
      const [script, tooWide] = await page.evaluate(() => [
        document.scripts.length,
        document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ])
      expect.soft([path, script, tooWide]).toEqual([path, 0, 0])
    }
    const letter = page.getByRole('article')
    await expect(letter).toHaveAttribute('lang', 'ur')
    await expect(letter).toHaveAttribute('dir', 'rtl')
  }
})

test('somebody else’s letter is not there', async ({ browser, page, house }) => {
  await signIn(page, house, 'tuesday')
  await page.goto(`${house.url}/your-notices`)
  const path = await page.locator('main li a').first().getAttribute('href')
  const other = await (await browser.newContext()).newPage()
  await signIn(other, house, 'closed')
  for (const each of [path, `${path}/letter.pdf`]) {
    expect((await other.request.get(`${house.url}${each}`)).status()).toBe(404)
    expect((await page.request.get(`${house.url}${each}`)).status()).toBe(200)
  }
})
