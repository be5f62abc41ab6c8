import { expect, openHouse, test } from './house.ts'
import { signInColleague } from './people.ts'

const rent = 'Please could you send me the rent letter again? Thank you.'

test('a duty officer sees what is held and why, reads it harmless, and releases it to the desk', async ({
  page,
  house,
}) => {
  const subject = 'Rent letter for the officer'
  await house.send({
    from: 'tuesday@demo.example',
    subject,
    html: `<p>${rent}</p><script>document.title = 'taken over'</script><img src="http://127.0.0.1:9/track" onerror="document.title='taken over'"><a href="javascript:alert(1)">press</a>`,
  })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await signInColleague(page, house, 'officer')
  await page.goto(`${house.url}/console`)
  const row = page
    .getByRole('row', { name: new RegExp(subject) })
    .or(page.getByRole('listitem').filter({ hasText: subject }))
  await expect(row.first()).toContainText(/left|Overdue/i)
  await page
    .getByRole('link', { name: new RegExp(subject) })
    .first()
    .click()
  await expect(page.getByRole('main')).toContainText(rent)
  await expect(page).not.toHaveTitle(/taken over/)
  expect(asked.filter((url) => !url.startsWith(house.url))).toEqual([])
  await page.getByRole('button', { name: 'Release to the desk' }).click()
  await expect(page.getByRole('main')).toContainText(/Released/)
  const arrived = await house.mailTo('desk/contact', (each) => each.subject === subject)
  expect(arrived.headers.find(({ key }) => key === 'x-clearway-decision')?.value).toBe('held-then-released')
})

test('an officer may not lift a restriction; the head of service may, and the very next message obeys', async ({
  page,
  browser,
}) => {
  // A house of its own: what is lifted here would be missing in other tests.
  const house = await openHouse()
  const [before, after] = ['Before the lift', 'After the lift']
  await house.send({
    from: 'tuesday@demo.example',
    subject: before,
    text: rent,
    messageId: '<before@lift.example>',
  })
  await house.mailTo('customer', (each) => each.inReplyTo === '<before@lift.example>')
  await signInColleague(page, house, 'officer')
  await page.goto(`${house.url}/console/customers`)
  await page.getByRole('link', { name: /Tom Barker/ }).click()
  await expect(page.getByRole('button', { name: /Lift/ })).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText('To lift it, ask')

  const head = await (await browser.newContext()).newPage()
  await signInColleague(head, house, 'head')
  await head.goto(`${house.url}/console/customers`)
  await head.getByRole('link', { name: /Tom Barker/ }).click()
  await head.getByText(/^Lift R-/).click()
  await head.getByRole('textbox', { name: /Why do you lift it/ }).fill('We agreed on another way together.')
  await head.getByRole('button', { name: 'Lift this restriction' }).click()
  await expect(head.getByRole('main')).toContainText(/lifted/i)
  await house.send({ from: 'tuesday@demo.example', subject: after, text: rent })
  await house.mailTo('desk/contact', (each) => each.subject === after)
  // What was held only because of it is released.
  await house.mailTo('desk/contact', (each) => each.subject === before)
  await head.context().close()
  await house.stop()
})

test('nobody enters the console without signing in, and a contractor sees no message', async ({
  page,
  house,
}) => {
  await page.goto(`${house.url}/console`)
  await expect(page).toHaveURL(/sign-in/)
  await signInColleague(page, house, 'contractor')
  const answer = await page.goto(`${house.url}/console/customers`)
  expect(answer?.status()).toBe(403)
})
