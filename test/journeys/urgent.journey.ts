import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import postgres from 'postgres'
import { expect, type House, openHouse, test } from './house.ts'
import { signIn, signInColleague } from './people.ts'

/** A picture as a telephone would send it, of so many bytes. */
function photograph(name: string, bytes: number) {
  const head = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de', 'hex')
  return { name, mimeType: 'image/png', buffer: Buffer.concat([head, Buffer.alloc(bytes)]) }
}

const tooLarge = 10 * 1024 * 1024 + 1

/** The first step: one press. */
async function choose(page: Page, house: House, what: string): Promise<void> {
  await page.goto(house.url)
  await page.getByRole('link', { name: 'Report an urgent repair or danger' }).first().click()
  await page.getByRole('button', { name: what }).click()
}

async function referenceOn(page: Page): Promise<string> {
  return (await page.locator('.cw-reference').innerText()).trim()
}

test.describe('an emergency is captured', { tag: '@everywhere' }, () => {
  test('in three steps, with two photographs of which one is too large; that one follows to the same reference', async ({
    page,
    house,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await choose(page, house, 'Water is coming in')
    const main = page.getByRole('main')
    // Whom to call stands before the first field.
    await expect(main.getByRole('link').first()).toHaveAttribute('href', 'tel:08081570100')
    const where = `12 Meadow Street ${Math.random()}`
    const photographs = main.getByLabel(/^Photographs/)
    const send = main.getByRole('button', { name: 'Send this report' })
    await photographs.setInputFiles([photograph('ceiling.png', 5_000)])
    await main.getByLabel('A baby or young child').check()
    await send.click()
    await expect(page).toHaveTitle(/^Error:/)
    await expect(page.getByRole('alert')).toContainText('Tell us where it is')
    await expect(main.getByLabel('A baby or young child')).toBeChecked()
    await main.getByRole('textbox', { name: 'Where is it?' }).fill(where)
    await photographs.setInputFiles([photograph('ceiling.png', 5_000), photograph('floor.png', tooLarge)])
    await send.click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Your report has gone through')
    await expect(main.getByRole('link').first()).toHaveAttribute('href', 'tel:08081570100')
    await expect(main).toContainText('1 photograph has come too.')
    await expect(main).toContainText('Photograph 2 did not come. It is larger than 10 MB.')
    const reference = await referenceOn(page)
    const report = await house.mailTo('desk/urgent', (each) => (each.text ?? '').includes(where))
    expect(report.text).toContain(reference)
    expect(report.text).toContain('A baby or young child')
    expect(report.attachments.map(({ filename }) => filename)).toEqual(['ceiling.png'])

    await main.getByRole('textbox', { name: /What else/ }).fill('Here is the floor.')
    await photographs.setInputFiles([photograph('floor.png', 9_000)])
    await main.getByRole('button', { name: 'Add it' }).click()
    await expect(main).toContainText('It has been added')
    expect(await referenceOn(page)).toBe(reference)
    const more = await house.mailTo('desk/urgent', (each) => (each.text ?? '').includes('Here is the floor.'))
    expect(more.subject).toBe(`More about urgent report ${reference}`)
    expect(more.attachments.map(({ filename }) => filename)).toEqual(['floor.png'])
  })

  test('whoever chose the wrong thing chooses again and has typed nothing twice', async ({ page, house }) => {
    await choose(page, house, 'Toilet or drains')
    const where = page.getByRole('textbox', { name: 'Where is it?' })
    await where.fill('12 Meadow Street')
    await page.getByRole('button', { name: 'Choose something else' }).click()
    await page.getByRole('button', { name: /^Smell of gas/ }).click()
    await expect(where).toHaveValue('12 Meadow Street')
    await expect(page.getByRole('main').getByRole('link').first()).toHaveAttribute('href', 'tel:0800111999')
  })
})

for (const look of ['', '?lang=ur&size=large', '?lang=bn&size=giant']) {
  test(`each step ${look || 'as it comes'}: axe finds nothing, and nothing is wider than a phone`, async ({
    page,
    house,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    const isFine = async () => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      const tooWide = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        return scrollWidth - clientWidth
      })
      expect(tooWide, page.url()).toBe(0)
    }
    await page.goto(`${house.url}/urgent${look}`)
    await isFine()
    await page.locator('button[value=gas]').click()
    await expect(page.locator('#where')).toBeVisible()
    await isFine()
    const send = page.locator('.cw-buttons button').first()
    await send.click()
    await expect(page.getByRole('alert')).toBeVisible()
    await isFine()
    await page.locator('#where').fill('12 Meadow Street')
    await page.locator('#photos').setInputFiles([photograph('floor.png', tooLarge)])
    await send.click()
    await expect(page.locator('.cw-reference')).toBeVisible()
    await isFine()
  })
}

test('the same words from the same person are held as a message, and pass at once as an urgent report', async ({
  page,
  house,
}) => {
  const words = 'Please could you send me the rent letter again? I lost it.'
  await signIn(page, house, 'tuesday')
  await page.goto(`${house.url}/contact-us`)
  await page.getByRole('textbox', { name: 'What is it about?' }).fill('The rent letter')
  await page.getByRole('textbox', { name: 'Your message' }).fill(words)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have kept your message safe')
  await choose(page, house, 'Something else that is urgent')
  await page.getByRole('textbox', { name: 'What is happening?' }).fill(words)
  // Known from the sign-in, so that it is not asked again.
  await expect(page.getByRole('textbox', { name: 'Where is it?' })).toHaveValue(/15 Orchard Close/)
  await page.getByRole('button', { name: 'Send this report' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Your report has gone through')
  await house.mailTo('desk/urgent', (each) => (each.text ?? '').includes(words))
  expect((await house.mailsIn('desk/contact')).filter((each) => (each.text ?? '').includes(words))).toEqual(
    [],
  )
})

test('a colleague takes a call: held and explained in words to read out, unless it cannot wait', async ({
  page,
  house,
}) => {
  const said = 'He asks what day the bins are emptied.'
  await signInColleague(page, house, 'officer')
  const main = page.getByRole('main')
  const record = async (isUrgent: boolean) => {
    await page.goto(`${house.url}/console/new-contact`)
    await expect(main.getByRole('link').first()).toHaveAttribute('href', 'tel:999')
    await main.getByRole('textbox', { name: /^What was said/ }).fill(said)
    await main.getByRole('textbox', { name: 'Who is it?' }).fill('tuesday@demo')
    await main.getByRole('button', { name: 'Find' }).click()
    await expect(main.getByRole('textbox', { name: /^What was said/ })).toHaveValue(said)
    await main.getByLabel(/Tom Barker/).check()
    await main.getByLabel('Phone', { exact: true }).check()
    if (isUrgent) await main.getByLabel('It cannot wait').check()
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    await main.getByRole('button', { name: /^Record it/ }).click()
  }
  await record(false)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recorded, and held')
  await expect(main).toContainText('We have kept your message safe. It has not gone to our team yet.')
  await expect(main).toContainText(/A person will read it by/)
  await record(true)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recorded, and sent to: Urgent help')
  await expect(main).toContainText('Our urgent team has it now')
  await house.mailTo('desk/urgent', (each) => (each.text ?? '').includes(said))
})

test('without a ledger: every page keeps the urgent block, and a report with its photograph still reaches the urgent desk', async ({
  page,
}) => {
  // A house of its own: its ledger is thrown away under it.
  const house = await openHouse()
  await signIn(page, house, 'open')
  const { pathname } = new URL(house.databaseUrl)
  const server = postgres(house.databaseUrl.replace(pathname, '/postgres'), {
    max: 1,
    onnotice: () => undefined,
  })
  await server.unsafe(`drop database ${pathname.slice(1)} with (force)`)
  await server.end()

  const dead = [
    '/',
    '/nowhere',
    '/your-restrictions',
    '/contact-us',
    '/appeal',
    '/sign-in',
    '/sign-in/letter',
  ]
  for (const path of [
    ...dead,
    '/refused/elsewhere',
    '/refused/too-long',
    '/urgent/sent/x',
    '/urgent/tell',
    '/help',
  ]) {
    await page.goto(`${house.url}${path}`)
    const numbers = await page.locator('.cw-urgent a[href^="tel:"]').count()
    expect.soft(numbers, `${path}: numbers to call`).toBeGreaterThanOrEqual(3)
    if (!path.startsWith('/urgent'))
      await expect.soft(page.locator('.cw-urgent a[href="/urgent"]'), path).toBeVisible()
  }
  // A sign-in that cannot work ends on a page with the block, too.
  await page.goto(`${house.url}/sign-in/letter`)
  await page.locator('input[name=reference]').fill('C-10421')
  await page.locator('input[name=code]').fill('AAAA-AAAA')
  await page.locator('main button').click()
  await expect(page.locator('.cw-urgent a[href="/urgent"]')).toBeVisible()

  await choose(page, house, 'No heating or hot water')
  const where = `12 Meadow Street ${Math.random()}`
  await page.getByRole('textbox', { name: 'Where is it?' }).fill(where)
  await page.getByLabel(/^Photographs/).setInputFiles([photograph('boiler.png', 5_000)])
  await page.getByRole('button', { name: 'Send this report' }).click()
  await expect(page.getByRole('main')).toContainText('So it went straight to our urgent team.')
  const report = await house.mailTo('desk/urgent', (each) => (each.text ?? '').includes(where))
  expect(report.text).toContain(await referenceOn(page))
  expect(report.attachments.map(({ filename }) => filename)).toEqual(['boiler.png'])
  await house.stop()
})
