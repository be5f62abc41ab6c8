import { expect, test } from './house.ts'
import { signIn } from './people.ts'

test.describe('the customer’s walk, in a real browser', { tag: '@everywhere' }, () => {
  test('somebody reads what the landlord will do and what it means to them (Amplius, Appendix B)', async ({
    page,
    house,
  }) => {
    await page.goto(house.url)
    await page.getByRole('link', { name: 'What we will do' }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'What we will do, and what it means to you',
    )
    // Eight rows of the document and its heading, then what holds under every policy.
    await expect(page.getByRole('table').first().getByRole('row')).toHaveCount(9)
    await expect(page.getByRole('link', { name: 'Report an urgent repair or danger' })).toBeVisible()
  })

  test('a customer signs in with a code from a mail and reads their restriction', async ({ page, house }) => {
    await signIn(page, house, 'tuesday')
    await page.goto(`${house.url}/your-restrictions`)
    const main = page.getByRole('main')
    await expect(main).toContainText('Tuesday 1 December')
    await expect(main).toContainText(/9am.*(noon|12pm|midday)/)
    await expect(main).toContainText('Who decided')
    await expect(main).toContainText('We look at it again by')
    await expect(main.getByRole('link', { name: /Appeal/ }).first()).toBeVisible()
  })

  test('a wrong code is refused in a sentence; an address nobody knows gets the same answer as a known one', async ({
    page,
    house,
  }) => {
    const answers = []
    for (const email of ['open@demo.example', 'nobody@elsewhere.example']) {
      await page.goto(`${house.url}/sign-in`)
      await page.getByRole('textbox', { name: 'Your email address' }).fill(email)
      await page.getByRole('button', { name: 'Send me a code' }).click()
      await page.getByRole('textbox', { name: 'Your code' }).fill('000000')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page).toHaveTitle(/^Error:/)
      answers.push((await page.getByRole('main').innerText()).replaceAll(email, 'THE ADDRESS'))
    }
    expect(answers[0]).toBe(answers[1])
  })

  test('a message on the closed subject is kept and says so at once; its twin about the rent goes to the team', async ({
    page,
    house,
  }) => {
    await signIn(page, house, 'closed')
    const write = async (subject: string, text: string) => {
      await page.goto(`${house.url}/contact-us`)
      await page.getByRole('textbox', { name: 'What is it about?' }).fill(subject)
      await page.getByRole('textbox', { name: 'Your message' }).fill(text)
      await page.getByRole('button', { name: 'Send', exact: true }).click()
      return page.getByRole('heading', { level: 1 })
    }
    await expect(await write('The parking bay', 'The parking bay again, please.')).toHaveText(
      'We have kept your message safe',
    )
    await expect(page.getByRole('main')).toContainText('Thursday 26 November')
    await expect(page.getByRole('main').getByRole('button', { name: /^This cannot wait/ })).toBeVisible()
    await expect(await write('My rent', 'Please could you send me the rent letter again?')).toHaveText(
      'Your message has gone to our team',
    )
  })

  test('a message with nothing in it keeps what was typed and says what to do', async ({ page, house }) => {
    await page.goto(`${house.url}/contact-us`)
    await page.getByRole('textbox', { name: 'Your message' }).fill('Words that must not be lost.')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(page).toHaveTitle(/^Error:/)
    await expect(page.getByRole('alert')).toContainText('Type in your name')
    await expect(page.getByRole('textbox', { name: 'Your message' })).toHaveValue(
      'Words that must not be lost.',
    )
  })
})

test('a letter’s reference and code open “your restrictions” in Urdu, right to left, in large print', {
  tag: '@urdu-large-print',
}, async ({ page, house }) => {
  const letter = await house.mailTo(
    'customer',
    (each) => /C-10421/.test(each.text ?? '') && /[A-Z0-9]{4}-[A-Z0-9]{4}/.test(each.text ?? ''),
  )
  const [code = ''] = letter.text?.match(/\b[A-Z0-9]{4}-[A-Z0-9]{4}(-[A-Z0-9]{4})*\b/) ?? []
  await page.goto(`${house.url}/sign-in/letter?lang=ur&size=large`)
  await page.locator('input[name=reference]').fill('c-10421')
  await page.locator('input[name=code]').fill(code.toLowerCase())
  await page.locator('main button').click()
  await page.goto(`${house.url}/your-restrictions`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ur')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('html')).toHaveAttribute('data-print', 'large')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/[\u0600-\u06FF]/)
  const points = await page.evaluate(
    () =>
      Number.parseFloat(getComputedStyle(document.querySelector('main p') ?? document.body).fontSize) * 0.75,
  )
  expect(points).toBeGreaterThanOrEqual(18)
})
