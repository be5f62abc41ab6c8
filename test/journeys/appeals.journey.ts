import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import postgres from 'postgres'
import { expect, openHouse, test } from './house.ts'
import { signIn, signInColleague } from './people.ts'

/** Presses the last button of the form on the page: on, or send. */
async function goOn(page: Page): Promise<void> {
  await page.locator('main form button').last().click()
}

// Most of these open a house of their own within their time.
test.describe.configure({ timeout: 150_000 })

const reference = /A-[0-9A-Z]{4}-[0-9A-Z]{4}/

/** Accessible, without script, and nothing wider than the page. */
async function expectFair(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect.soft(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`)).toEqual([])
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect.soft([page.url(), tooWide]).toEqual([page.url(), 0])
  await expect.soft(page.getByRole('heading', { level: 1 })).toHaveCount(1)
}

test('a customer answers one question a page, checks, sends, answers the reviewer, and is free when they agree', async ({
  page,
  browser,
}) => {
  // A house of its own: the restriction that ends here would be missing in other tests.
  const house = await openHouse()
  const main = page.getByRole('main')
  await page.setViewportSize({ width: 320, height: 640 })
  await signIn(page, house, 'tuesday')
  await page.goto(`${house.url}/your-restrictions`)
  await page.getByRole('link', { name: /^Appeal this decision\s?: Restriction/ }).click()
  // Told first: who hears it, and by when (14 working days from Wednesday 25 November).
  await expect(main).toContainText('15 December')
  await expect(main).toContainText('Director of Customer Operations')
  await expectFair(page)
  await page.getByRole('link', { name: 'Start your appeal' }).click()
  await goOn(page)
  await expect(page).toHaveTitle(/^Error:/)
  await expectFair(page)
  await page.getByRole('textbox', { name: 'Why do you not agree?' }).fill('I work on Tuesdays.')
  await goOn(page)
  await expect(page.getByRole('textbox', { name: /What would you like us to do/ })).toBeVisible()
  await expectFair(page)

  // They stop here, and find it again.
  await page.goto(`${house.url}/your-restrictions`)
  await expect(main).toContainText('You have begun an appeal.')
  await page.getByRole('link', { name: /^Go on with your appeal/ }).click()
  await page.getByRole('textbox', { name: /What would you like us to do/ }).fill('Please choose another day.')
  await goOn(page)
  await page.locator('input[type=file]').setInputFiles({
    name: 'rota.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Tuesday: 7 to 3'),
  })
  await page.getByRole('button', { name: 'Add these files' }).click()
  await expect(main).toContainText('rota.txt')
  await expectFair(page)
  await goOn(page)
  await page.getByRole('radio', { name: 'I am' }).check()
  await expectFair(page)
  await goOn(page)
  for (const words of ['I work on Tuesdays.', 'Please choose another day.', 'rota.txt'])
    await expect(main).toContainText(words)
  await expectFair(page)
  await page.getByRole('link', { name: /^Change\s?: Why do you not agree/ }).click()
  const account = page.getByRole('textbox', { name: 'Why do you not agree?' })
  await expect(account).toHaveValue('I work on Tuesdays.')
  await account.fill('I work on Tuesdays, from seven to three.')
  await goOn(page)
  await expect(main).toContainText('from seven to three')
  await page.getByRole('button', { name: 'Send my appeal' }).click()
  await expect(main).toContainText('We have your appeal')
  await expectFair(page)
  const [given = ''] = (await main.innerText()).match(reference) ?? []
  const receipt = await house.mailTo('customer', (each) => (each.text ?? '').includes(given))
  expect(receipt.text).toContain('15 December')

  // The reviewer, who took no part, asks; the customer answers.
  const reviewer = await (await browser.newContext()).newPage()
  await signInColleague(reviewer, house, 'director')
  await reviewer.goto(`${house.url}/console/appeals`)
  await reviewer.getByRole('link', { name: given }).click()
  await reviewer.getByText('Ask the customer a question').click()
  await reviewer.getByRole('textbox', { name: 'What would you like to know?' }).fill('Which day is good?')
  await reviewer.getByRole('button', { name: 'Ask', exact: true }).click()
  await house.mailTo('customer', (each) => (each.text ?? '').includes('Which day is good?'))
  await page.getByRole('link', { name: 'See your appeal' }).click()
  await expect(main).toContainText('Which day is good?')
  await expect(main).not.toContainText('David Okafor')
  await page.getByRole('textbox', { name: 'Your answer' }).fill('Any evening.')
  await page.getByRole('button', { name: 'Send my answer' }).click()
  await expect(main).toContainText('Any evening.')
  await expectFair(page)

  // They agree: the very next message walks through.
  await reviewer.reload()
  await expect(reviewer.getByRole('main')).toContainText('Any evening.')
  await reviewer.getByRole('radio', { name: /^Upheld/ }).check()
  await reviewer.getByRole('textbox', { name: 'Why?' }).fill('A set day does not fit your work.')
  await reviewer.getByRole('button', { name: 'Decide and tell the customer' }).click()
  await expect(reviewer.getByRole('main')).toContainText('Decided. The customer is told in writing.')
  await page.reload()
  for (const words of ['we agree with you', 'A set day does not fit your work.', 'David Okafor'])
    await expect(main).toContainText(words)
  await expectFair(page)
  const subject = 'After the appeal'
  await house.send({ from: 'tuesday@demo.example', subject, text: 'Please send me the rent letter again.' })
  await house.mailTo('desk/contact', (each) => each.subject === subject)
  await reviewer.context().close()
  await house.stop()
})

test.describe('a customer with no email', () => {
  test.use({ javaScriptEnabled: false })

  test('appeals by the code of their letter, in Urdu and large print, without script', {
    tag: '@urdu-large-print',
  }, async ({ page }) => {
    const house = await openHouse()
    const urdu = /[\u0600-\u06FF]/
    const letter = await house.mailTo(
      'customer',
      (each) => /C-10421/.test(each.text ?? '') && /[A-Z0-9]{4}-[A-Z0-9]{4}/.test(each.text ?? ''),
    )
    const [code = ''] = letter.text?.match(/\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/) ?? []
    const sql = postgres(house.databaseUrl, { max: 1 })
    await sql`update customers set notices_by = 'letter' where reference = 'C-10421'`
    await sql`delete from identifiers where value = 'weekly@demo.example'`
    await sql.end()

    await page.goto(`${house.url}/sign-in/letter?next=/appeal`)
    await page.locator('input[name=reference]').fill('C-10421')
    await page.locator('input[name=code]').fill(code)
    await page.locator('main button').click()
    const main = page.getByRole('main')
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await expect(page.locator('html')).toHaveAttribute('data-print', 'large')
    await main.locator('a[href*="/appeal/restriction/"]').first().click()
    await expect(main).toContainText(urdu)
    await main.locator('a.govuk-button').click()
    await page.locator('textarea[name=account]').fill('میں اُس ہفتے ہسپتال میں تھی۔')
    await goOn(page)
    await page.locator('textarea[name=wish]').fill('براہِ کرم اسے ختم کریں۔')
    await goOn(page)
    await goOn(page)
    await page.locator('input[value=me]').check()
    await goOn(page)
    await expect(main).toContainText('میں اُس ہفتے ہسپتال میں تھی۔')
    await goOn(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(urdu)
    const [given = ''] = (await main.innerText()).match(reference) ?? []
    expect(given).not.toBe('')
    // The receipt is printed and posted, in their language and letter size.
    const receipt = await house.mailTo('desk/records', (each) => (each.text ?? '').includes(given))
    expect(receipt.text).toContain('Letter size: 18 point. Language: ur.')
    await main.locator('a.govuk-button').click()
    await expect(main).toContainText(given)
    await house.stop()
  })
})

test('an appeal outside the window is told so first, and still finds a way to be heard (Stonewater 5.6)', async ({
  page,
}) => {
  const house = await openHouse({ CLEARWAY_POLICY: 'stonewater' })
  const main = page.getByRole('main')
  await signIn(page, house, 'ended')
  await page.goto(`${house.url}/appeal`)
  await page.getByRole('link', { name: /^Restriction R-/ }).click()
  await expect(main).toContainText('The time to appeal ended on')
  await expect(main).toContainText('5.6')
  await expect(main).toContainText('Housing Ombudsman Service')
  await expect(main.getByRole('textbox')).toHaveCount(0)
  await expectFair(page)
  await page.getByRole('link', { name: 'Appeal late, and say why' }).click()
  await page.getByRole('textbox').fill('The emails were about my heating.')
  await goOn(page)
  await goOn(page)
  await goOn(page)
  await page.getByRole('radio', { name: 'I am' }).check()
  await goOn(page)
  await page.getByRole('textbox', { name: 'Why is your appeal late?' }).fill('I was in hospital.')
  await expectFair(page)
  await goOn(page)
  await expect(main).toContainText('I was in hospital.')
  await page.getByRole('button', { name: 'Send my appeal' }).click()
  await expect(main).toContainText(reference)

  const reviewer = page
  await signInColleague(reviewer, house, 'appeals')
  await reviewer.goto(`${house.url}/console/appeals`)
  await expect(reviewer.getByRole('main')).toContainText('Came late')
  await reviewer.getByRole('listitem').filter({ hasText: 'Came late' }).getByRole('link').click()
  await expect(reviewer.getByRole('main')).toContainText('I was in hospital.')
  await expect(reviewer.getByRole('button', { name: 'Decide and tell the customer' })).toBeVisible()
  await house.stop()
})

test('a session that ends while somebody writes loses no word', async ({ page, house }) => {
  await signIn(page, house, 'named')
  await page.goto(`${house.url}/appeal?lang=en`)
  await page.getByRole('link', { name: /^Appeal this decision\s?: Restriction/ }).click()
  await page.getByRole('link', { name: 'Start your appeal' }).click()
  const account = page.getByRole('textbox', { name: 'Why do you not agree?' })
  await account.fill('Words that must not be lost.')
  await page.context().clearCookies({ name: 'clearway-customer' })
  await goOn(page)
  await expect(page.getByRole('alert')).toContainText('You were signed out')
  await expect(account).toHaveValue('Words that must not be lost.')
  const other = await page.context().newPage()
  await signIn(other, house, 'named')
  await other.close()
  await goOn(page)
  await expect(page.getByRole('textbox', { name: /What would you like us to do/ })).toBeVisible()
})
