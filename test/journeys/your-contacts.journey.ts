import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { expect, type House, openHouse, test } from './house.ts'
import { signIn, signInColleague } from './people.ts'

const rent = 'Hello, please could you send me the rent letter again? I have lost it. Thank you.'

function mail(subject: string, text = rent) {
  return {
    from: 'weekly@demo.example',
    subject,
    text,
    messageId: `<${subject.replaceAll(' ', '-')}@sender.example>`,
  }
}

/** The acknowledgement of a held mail, once it has come. */
async function answerTo(house: House, subject: string) {
  const id = mail(subject).messageId
  return await house.mailTo('customer', (each) => each.inReplyTo === id)
}

// A house of its own: what is spent here would be missing in other tests.
test('a customer spends the allowance, sees the count fall, is held, takes one back, and sends others through with “this can’t wait”', async ({
  page,
  browser,
}) => {
  test.slow()
  const house = await openHouse()
  const main = page.getByRole('main')
  const contacts = `${house.url}/your-contacts?lang=en`
  try {
    await page.goto(`${house.url}/?lang=en`)
    await signIn(page, house, 'weekly')
    await page.goto(contacts)
    await expect(main).toContainText('1 of 1 left this week')

    await house.send(mail('The first this week'))
    await house.mailTo('desk/contact', (each) => each.subject === 'The first this week')
    await page.goto(contacts)
    await expect(main).toContainText('0 of 1 left this week')
    await expect(main).toContainText('You can contact us again from Monday 30 November')
    await expect(main.getByRole('listitem').first()).toContainText('Gone to our team')

    for (const subject of ['To take back', 'By the page', 'By the link', 'By an answer']) {
      await house.send(mail(subject))
      await answerTo(house, subject)
    }
    await page.goto(contacts)
    await expect(main.getByRole('button', { name: /^This cannot wait/ })).toHaveCount(4)

    await main.getByRole('button', { name: /^Take it back.*To take back/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You took this message back')
    await page.goto(contacts)
    await main.getByRole('link', { name: 'By the page' }).click()
    await expect(main).toContainText('You have already contacted us this week')
    await expect(main).toContainText(rent)
    await main.getByRole('button', { name: 'This cannot wait: send it through now' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Your message has gone to our urgent team',
    )
    await house.mailTo('desk/urgent', (each) => each.subject === 'By the page')

    // Without signing in, from the mail, in the language of the mail; opening it is not pressing it.
    const told = await answerTo(house, 'By the link')
    const [link = ''] = told.text?.match(/http\S+\/cannot-wait\/\S+/) ?? []
    const stranger = await (await browser.newContext()).newPage()
    await stranger.goto(link)
    await stranger.goto(link)
    await expect(stranger.locator('html')).toHaveAttribute('lang', 'ur')
    expect((await house.mailsIn('desk/urgent')).map(({ subject }) => subject)).not.toContain('By the link')
    await stranger.locator('main button').click()
    const through = await house.mailTo('desk/urgent', (each) => each.subject === 'By the link')
    expect(through.headers.find(({ key }) => key === 'x-clearway-decision')?.value).toBe('held-then-raised')
    await stranger.goto(link)
    await expect(stranger.locator('main button')).toHaveCount(0)
    await stranger.context().close()

    // An answer over real mail, in Urdu, under the words that it quotes.
    const acknowledgement = await answerTo(house, 'By an answer')
    await house.send({
      ...mail('Re: our letter', '> ہم نے آپ کا پیغام محفوظ رکھا ہے\n\nفوری\n'),
      inReplyTo: acknowledgement.messageId,
    })
    await house.mailTo('desk/urgent', (each) => each.subject === 'By an answer')
    await house.mailTo('desk/urgent', (each) => each.subject === 'Re: our letter')
    await house.mailTo('customer', (each) => each.inReplyTo === '<Re:-our-letter@sender.example>')

    await page.goto(contacts)
    await expect(main.getByRole('button', { name: /^This cannot wait/ })).toHaveCount(0)
    await expect(main.getByText('because you said that it cannot wait')).toHaveCount(3)
    await expect(main.getByText('You took this back')).toHaveCount(1)
    await expect(main).toContainText('0 of 1 left this week')
  } finally {
    await house.stop()
  }
})

/** Axe, scripts and width of the page that is open. */
async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect.soft(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`)).toEqual([])
  const seen = await page.evaluate(() => ({
    scripts: document.scripts.length,
    tooWide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    headings: document.querySelectorAll('h1').length,
  }))
  expect.soft({ url: page.url(), ...seen }).toEqual({ url: page.url(), scripts: 0, tooWide: 0, headings: 1 })
}

test('the pages of one’s contacts and of what cannot wait are sound in Urdu large print and in giant letters at 320 px', async ({
  page,
  house,
}) => {
  test.slow()
  const told = await house.mailTo('customer', (each) => (each.text ?? '').includes('/cannot-wait/'))
  const [, code] = told.text?.match(/cannot-wait\/(\S+)/) ?? []
  await signIn(page, house, 'closed')
  await page.goto(`${house.url}/your-contacts`)
  const story = await page.locator('main ol a').first().getAttribute('href')
  await page.setViewportSize({ width: 320, height: 640 })
  for (const look of ['lang=en&size=standard', 'lang=ur&size=large', 'lang=en&size=giant']) {
    for (const path of ['/your-contacts', story, `/cannot-wait/${code}`]) {
      await page.goto(`${house.url}${path}?${look}`)
      await expectSound(page)
    }
  }
})

test('the queue, one held contact, late finds and the sample are sound on a phone', async ({
  page,
  house,
}) => {
  await signInColleague(page, house, 'officer')
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(`${house.url}/console`)
  const held = await page.locator('.cc-held a').first().getAttribute('href')
  for (const path of ['/console', held, '/console/late-finds', '/console/sample']) {
    await page.goto(`${house.url}${path}`)
    await expectSound(page)
  }
})
