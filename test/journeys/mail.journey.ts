import { expect, test } from './house.ts'

/** A customer's mail, with a subject that no other test uses. */
function mail(from: string, subject: string, text: string) {
  return { from, subject, text, messageId: `<${subject.replaceAll(' ', '-')}@sender.example>` }
}

const aboutRent = 'Hello, please could you send me the rent letter again? I have lost it. Thank you.'
const flooding = 'Water is pouring through my kitchen ceiling and the light is flickering. Please come.'

test.describe('the mail walk, over real SMTP', () => {
  test('a mail outside the hours is held, and answered once with what the person can do now', async ({
    house,
  }) => {
    expect(await house.send(mail('tuesday@demo.example', 'Outside hours', aboutRent))).toMatch(/^250/)
    expect(await house.send(mail('tuesday@demo.example', 'Outside hours', aboutRent))).toMatch(/^250/)
    const answer = await house.mailTo(
      'customer',
      (each) => each.inReplyTo === '<Outside-hours@sender.example>',
    )
    expect(answer.to?.[0]?.address).toBe('tuesday@demo.example')
    // Kept, by when it is read, when the way opens next, the urgent line, the appeal.
    expect(answer.text).toMatch(/Thursday 26 November/)
    expect(answer.text).toMatch(/Tuesday 1 December/)
    expect(answer.text).toMatch(/0800 111 999/)
    expect(answer.text).toContain(`${house.url}/urgent`)
    expect(answer.text).toMatch(/appeal/i)
    expect(answer.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-replied')
    // Its twin, an emergency, sent after it: when that one has arrived, a second answer would have been there.
    await house.send(mail('tuesday@demo.example', 'Outside hours flood', flooding))
    await house.mailTo('desk/urgent', (each) => each.subject === 'Outside hours flood')
    const answers = await house.mailsIn('customer')
    expect(answers.filter((each) => each.inReplyTo === '<Outside-hours@sender.example>')).toHaveLength(1)
    expect(
      (await house.mailsIn('desk/contact')).filter((each) => each.subject === 'Outside hours'),
    ).toHaveLength(0)
  })

  test('the first mail of the week is delivered with what was decided, the second is held; an emergency still passes', async ({
    house,
  }) => {
    await house.send(mail('weekly@demo.example', 'First of the week', aboutRent))
    const first = await house.mailTo('desk/contact', (each) => each.subject === 'First of the week')
    const labels = Object.fromEntries(first.headers.map(({ key, value }) => [key, value]))
    expect(labels['x-clearway-decision']).toBe('delivered')
    expect(labels['x-clearway-counted']).toBe('yes')
    await house.send(mail('weekly@demo.example', 'Second of the week', aboutRent))
    const answer = await house.mailTo(
      'customer',
      (each) => each.inReplyTo === '<Second-of-the-week@sender.example>',
    )
    expect(answer.text).toMatch(/[\u0600-\u06FF]/)
    expect(answer.html).toMatch(/dir="rtl"/)
    await house.send(mail('weekly@demo.example', 'The allowance is spent', flooding))
    const urgent = await house.mailTo('desk/urgent', (each) => each.subject === 'The allowance is spent')
    expect(urgent.headers.find(({ key }) => key === 'x-clearway-counted')?.value).toBe('no')
  })

  test('a mail on a closed channel is held; a flood on the same channel goes to the urgent desk', async ({
    house,
  }) => {
    await house.send(mail('letters@demo.example', 'Closed channel', aboutRent))
    const answer = await house.mailTo(
      'customer',
      (each) => each.inReplyTo === '<Closed-channel@sender.example>',
    )
    expect(answer.text).toMatch(/letter/i)
    await house.send(mail('letters@demo.example', 'Closed channel flood', flooding))
    await house.mailTo('desk/urgent', (each) => each.subject === 'Closed channel flood')
  })

  test('a mail on the closed subject is held; one on another subject from the same person is delivered', async ({
    house,
  }) => {
    await house.send(
      mail(
        'closed@demo.example',
        'The parking bay',
        'Once more about the parking bay. Nobody has moved the car.',
      ),
    )
    await house.mailTo('customer', (each) => each.inReplyTo === '<The-parking-bay@sender.example>')
    await house.send(mail('closed@demo.example', 'Rent letter please', aboutRent))
    await house.mailTo('desk/contact', (each) => each.subject === 'Rent letter please')
  })

  test('a mail to a named colleague’s customer reaches that colleague', async ({ house }) => {
    await house.send(mail('named@demo.example', 'For my named colleague', aboutRent))
    await house.mailTo('customer', () => true).catch(() => undefined)
    await expect(async () => {
      const response = await fetch(`${house.url}/demo/mail`)
      expect(await response.text()).toContain('For my named colleague')
    }).toPass()
  })

  test('a mail from somebody with no restriction arrives byte for byte, with no label', async ({ house }) => {
    await house.send(mail('open@demo.example', 'Nothing restricts me', aboutRent))
    const arrived = await house.mailTo('desk/contact', (each) => each.subject === 'Nothing restricts me')
    expect(arrived.headers.filter(({ key }) => key.startsWith('x-clearway'))).toEqual([])
    expect(arrived.text?.trim()).toBe(aboutRent)
  })
})
