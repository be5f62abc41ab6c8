import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { aLandlordFile } from '../factories/landlord-file.ts'
import { aSecret, openReceiver } from '../post/receiver.ts'
import { expect, openHouse, test } from './house.ts'
import { signInColleague } from './people.ts'

const phone = { width: 360, height: 740 }

/** A house whose duty officer has a mailbox and a pager that takes webhooks. */
async function openHouseOnDuty() {
  const pager = await openReceiver()
  const duty = { name: 'Duty officer', mail: 'duty@landlord.example', webhook: pager.url }
  const file = await aLandlordFile({ minutes: 5, chain: [duty], privateAddresses: true })
  const house = await openHouse({ CLEARWAY_LANDLORD: file.path, CLEARWAY_WEBHOOK_SECRET: aSecret() })
  const stop = async () => {
    await house.stop()
    await Promise.all([pager.close(), file.close()])
  }
  return { house, pager, stop }
}

async function expectFitAndAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  const [scripts, tooWide] = await page.evaluate(() => [
    document.scripts.length,
    document.documentElement.scrollWidth - document.documentElement.clientWidth,
  ])
  expect([scripts, tooWide]).toEqual([0, 0])
}

test('a mail "I can smell gas" calls the duty officer twice over, the console is red on a phone until somebody takes it', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(120_000)
  const { house, pager, stop } = await openHouseOnDuty()
  const messageId = '<gas@sender.example>'
  await page.setViewportSize(phone)
  await signInColleague(page, house, 'officer')
  const band = page.getByRole('region', { name: /nobody has taken/ })

  // Its twin first: nothing of this is about danger, and everything stays calm.
  await house.send({
    from: 'open@demo.example',
    subject: 'My rent letter',
    text: 'Could I have it again, please?',
  })
  await house.mailTo('desk/contact', (each) => each.subject === 'My rent letter')
  await page.goto(`${house.url}/console`)
  await expect(band).toHaveCount(0)

  const answer = await house.send({
    from: 'open@demo.example',
    subject: 'Help',
    text: 'I can smell gas',
    messageId,
  })
  expect(answer).toMatch(/^250/)
  const mail = await house.mailTo('desk/duty', () => true)
  expect(mail.subject).toBe('Alert: somebody may be in danger')
  await expect.poll(() => pager.got.length).toBe(1)
  const { type, data } = pager.read(0, aSecret())
  expect([type, data.kind]).toEqual(['alert.raised', 'life-safety'])
  // By the ordinary path it goes to the urgent desk as well, and the customer is told whom to call.
  await house.mailTo('desk/urgent', (each) => each.subject === 'Help')
  const told = await house.mailTo('customer', (each) => each.inReplyTo === messageId)
  expect(told.text).toMatch(/smell gas.*0800 111 999/s)

  for (const path of [
    '/console',
    '/console/customers',
    '/console/safety',
    '/console/policy',
    '/console/nowhere',
  ]) {
    await page.goto(`${house.url}${path}`)
    await expect(band).toContainText('Somebody may be in danger')
    await expect(band).toContainText('Ruth Evans')
  }
  await page.goto(`${house.url}/console`)
  const red = await band.evaluate((each) => getComputedStyle(each).backgroundColor)
  expect(red).toBe('rgb(171, 31, 26)')
  await expectFitAndAccessible(page)
  await page.screenshot({ path: info.outputPath('console-red.png') })

  // A second colleague comes by the link in the mail and takes it; the first presses a moment later.
  const manager = await (await browser.newContext({ viewport: phone })).newPage()
  const [link = ''] = /http\S+proof=\S+/.exec(mail.text ?? '') ?? []
  await manager.goto(link)
  await expect(manager).toHaveURL(/sign-in/)
  await manager.locator('button[value="manager@landlord.example"]').click()
  await expect(manager.getByRole('button', { name: /Take it/ })).toHaveCount(1)
  await expectFitAndAccessible(manager)
  await manager.getByRole('button', { name: /Take it/ }).click()
  await expect(manager.getByRole('main')).toContainText('You took this alert')

  await band.getByRole('button', { name: /Take it/ }).click()
  await expect(page.getByRole('main')).toContainText(/Somebody was quicker: .* took this alert/)
  await expect(page.getByRole('main')).toContainText('Duty officer by webhook, got through')
  await expect(band).toHaveCount(0)
  await expectFitAndAccessible(page)
  await page.goto(`${house.url}/console/alerts`)
  await expect(page.getByRole('main')).toContainText('No alert is open')
  await expect(page.getByRole('main')).toContainText('1 of 1')
  await expectFitAndAccessible(page)
  await page.screenshot({ path: info.outputPath('console-calm.png') })
  await manager.context().close()
  await stop()
})

test('a text message about danger is answered with whom to call, in the customer’s language; its twin is not', async ({
  house,
}) => {
  const ask = async (body: string) => {
    const response = await fetch(`${house.gateway}/v1/contacts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${house.apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: 'sms', from: { email: 'named@demo.example' }, body }),
    })
    return (await response.json()) as { decision: { lane: string }; advice?: string }
  }
  expect(await ask('Could I have my rent letter again, please?')).not.toHaveProperty('advice')
  // On a busy machine the first one may go onward unchecked, and then nobody knows the language.
  await expect(async () => {
    const danger = await ask('I can smell gas in the kitchen')
    expect(danger.decision.lane).toBe('life-safety')
    expect(danger.advice).toContain('0800 111 999')
    expect(danger.advice).toContain('zadzwonić')
  }).toPass()
})

test('a message about danger from the portal shows whom to call first', async ({ page, house }) => {
  await page.goto(`${house.url}/contact-us`)
  for (const [name, text] of [
    ['subject', 'Gas'],
    ['message', 'I can smell gas in the kitchen.'],
    ['name', 'A neighbour'],
    ['reach', '01632 960123'],
  ] as const)
    await page.locator(`[name="${name}"]`).fill(text)
  await page.getByRole('main').getByRole('button').first().click()
  await expect(page).toHaveURL(/\/contact-us\/sent\//)
  await expect(page.getByRole('main').getByRole('link', { name: '0800 111 999' })).toBeVisible()
})
