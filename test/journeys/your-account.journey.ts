import { AxeBuilder } from '@axe-core/playwright'
import { expect, type House, test } from './house.ts'
import { signIn, signInColleague } from './people.ts'

const sizeOfLetter = /font-size:(\d+)pt/

/** What a customer was sent by mail about one thing, once it is there. */
async function mailAbout(house: House, words: string) {
  return await house.mailTo('customer', (each) => `${each.subject} ${each.text}`.includes(words))
}

test.describe('what a customer can ask and say', { tag: '@everywhere' }, () => {
  test('from their account they choose Urdu and 20 points, and the next letter is written so', async ({
    page,
    house,
  }) => {
    await signIn(page, house, 'open')
    await expect(page).toHaveURL(/\/your-account$/)
    await page.getByRole('link', { name: 'How we write to you' }).click()
    await page.getByRole('link', { name: /^Change.*Size/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How large do our letters need to be?')
    const shown = await page.locator('.cw-points-20').evaluate((each) => getComputedStyle(each).fontSize)
    expect(Number.parseFloat(shown) * 0.75).toBeCloseTo(20, 1)
    await page.getByRole('radio', { name: '20 points' }).check()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('status')).toContainText('We have saved this')
    await expect(page.locator('html')).toHaveAttribute('data-print', 'giant')
    await page.getByRole('link', { name: /^Change.*Language/ }).click()
    await page.getByRole('radio', { name: 'اردو' }).check()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'ur')
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')

    await page.goto(`${house.url}/ask-us/change/needs`)
    await page.locator('input[value="phone"]').check()
    await page.locator('main button').click()
    await page.locator('main button').click()
    await page.locator('main form button').last().click()
    await expect(page).toHaveURL(/sent=1$/)
    const reference = (await page.locator('.cw-reference').innerText()).trim()
    expect(reference).toMatch(/^Q-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const letter = await mailAbout(house, reference)
    expect(letter.text).toMatch(/[\u0600-\u06FF]{3}/)
    expect(letter.html).toContain('dir="rtl"')
    expect(sizeOfLetter.exec(letter.html ?? '')?.[1]).toBe('20')
  })

  test('support: nothing is ticked beforehand, a yes is given to one, and taken back again', async ({
    page,
    house,
  }) => {
    await signIn(page, house, 'warned')
    await page.getByRole('link', { name: 'Ask for support' }).click()
    await page.getByRole('link', { name: 'Start', exact: true }).click()
    await page.getByRole('checkbox', { name: /money/ }).check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('textbox').fill('I would like somebody to go through my rent with me.')
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByRole('checkbox')).toHaveCount(2)
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0)
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page).toHaveTitle(/^Error:/)
    await expect(page.getByRole('alert')).toContainText('Choose at least one')
    await page.getByRole('checkbox', { name: 'An adviser for money and benefits' }).check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Check what you wrote')
    await page.getByRole('button', { name: 'Send' }).click()
    const main = page.getByRole('main')
    await expect(main).toContainText(/Q-[0-9A-Z]{4}-[0-9A-Z]{4}/)
    await expect(main).toContainText('You said yes on')
    const [reference = ''] = (await main.innerText()).match(/Q-[0-9A-Z]{4}-[0-9A-Z]{4}/) ?? []
    await mailAbout(house, reference)
    const asked = await house.mailTo('desk/contact', (each) => (each.subject ?? '').includes(reference))
    expect(asked.text).toContain('May be told: a money or benefits adviser: Yes')
    await page.getByRole('button', { name: /^Stop this.*An adviser for money/ }).click()
    await expect(main).toContainText('You stopped this on')
    await expect(page.getByRole('button', { name: /^Stop/ })).toHaveCount(0)
    const told = await house.mailTo('desk/contact', (each) =>
      (each.subject ?? '').startsWith(`Taken back: Support, request ${reference}`),
    )
    expect(told.text).toContain('No: taken back')
  })

  test('an answer in words reaches the customer, who finds it waiting in their account', async ({
    page,
    browser,
    house,
  }) => {
    await signIn(page, house, 'ended')
    await page.goto(`${house.url}/ask-us/way/why`)
    await page.getByRole('textbox').fill('I have no credit on my phone.')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('checkbox', { name: 'By letter' }).check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('button', { name: 'Send' }).click()
    // The working day after Wednesday 25 November.
    await expect(page.getByRole('main')).toContainText('Thursday 26 November')
    const [reference = ''] = (await page.getByRole('main').innerText()).match(/Q-\w{4}-\w{4}/) ?? []

    const desk = await (await browser.newContext()).newPage()
    await signInColleague(desk, house, 'manager')
    await desk.goto(`${house.url}/console/requests`)
    await desk.getByRole('listitem').filter({ hasText: reference }).getByRole('link').click()
    await expect(desk.getByRole('main')).toContainText('I have no credit on my phone.')
    await desk.getByRole('textbox', { name: /^Answer/ }).fill('You can write to us by letter from today.')
    await desk.getByRole('button', { name: 'Send this answer' }).click()
    await expect(desk.getByRole('main')).toContainText('The customer is told')
    await desk.context().close()

    const told = await mailAbout(house, `Our answer to your request ${reference}`)
    expect(told.text).toContain('You can write to us by letter from today.')
    await page.goto(`${house.url}/your-account`)
    await page.getByRole('link', { name: `We have answered you: ${reference}.` }).click()
    await expect(page.getByRole('main')).toContainText('You can write to us by letter from today.')
    await page.goto(`${house.url}/your-account`)
    await expect(page.getByRole('main')).not.toContainText(`We have answered you: ${reference}`)
  })
})

/** One page of each make. */
const own = [
  '/your-account',
  '/ask-us/side/about',
  '/ask-us/side/account',
  '/ask-us/side/files',
  '/ask-us/support/kinds',
  '/ask-us/way',
  '/your-account/writing',
  '/your-account/writing/size',
  '/your-account/writing/formats',
  '/your-account/data',
]

for (const look of ['', 'lang=ur&size=large', 'lang=pl&size=giant']) {
  test(`pages to ask and say ${look || 'as they come'}: axe finds nothing, no script, nothing wider than a phone`, async ({
    page,
    house,
  }) => {
    test.slow()
    await page.setViewportSize({ width: 320, height: 640 })
    await signIn(page, house, 'tuesday')
    if (look) await page.goto(`${house.url}/your-account?${look}`)
    for (const path of own) {
      await page.goto(`${house.url}${path}`)
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      expect.soft(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
      const [script, tooWide] = await page.evaluate(() => [
        document.scripts.length,
        document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ])
      expect.soft([path, script, tooWide]).toEqual([path, 0, 0])
      await expect.soft(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    }
    await page.goto(`${house.url}/your-account?lang=en&size=standard`)
  })
}

test('the desk’s list of requests: axe finds nothing', async ({ page, house }) => {
  await signInColleague(page, house, 'head')
  await page.goto(`${house.url}/console/requests`)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
})
