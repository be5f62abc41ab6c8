import { describe, expect, test } from 'vitest'
import {
  writeAppealOutcome,
  writeAppealQuestion,
  writeEndNotice,
  writeHeldDigest,
  writeLiftNotice,
  writeRequestAnswer,
  writeRequestReceipt,
  writeReviewNotice,
} from '../../words/notices.ts'
import { speak } from '../../words/speak.ts'
import {
  decidedBy,
  decisionFacts,
  everyNotice,
  headIn,
  heldFacts,
  now,
  onceAWeek,
  signIn,
} from './every-notice.ts'

const head = headIn('en')
const reviewer = { name: 'David Okafor', role: 'director' } as const
const appeal = { reference: 'A-7F3K-92QD' }

describe('a review', () => {
  test('that keeps a restriction says so, why, what happened since, until when, and the next review (Karbon 4.7)', () => {
    const { subject, body } = writeReviewNotice({ ...decisionFacts('en'), outcome: 'keep' })
    expect(subject).toBe('We looked at your restriction again, and it goes on')
    for (const words of [
      'your restriction R-2041 again. Now we have.\nIt goes on as it is.',
      'The emails went on.\n\n- Wednesday 28 October 2026: 37 emails in one day',
      'It ends at the end of: Friday 30 April 2027',
      'We will look at it again by: Monday 1 February 2027',
      'You can appeal until the end of Sunday 15 November 2026.',
    ])
      expect(body).toContain(words)
    expect(body).not.toContain('It starts')
    expect(body).not.toContain('lighter. This')
  })

  test('that makes it lighter names what was looked at and the day from which the rest holds', () => {
    const { subject, body } = everyNotice.review('en')
    expect(subject).toBe('We have made your restriction lighter')
    expect(body).toContain('your restriction R-2000 again')
    expect(body).toContain('This letter tells you what you can do from Sunday 1 November 2026.')
    expect(body).toContain('Please give this reference: R-2041')
    expect(body).not.toContain('It goes on as it is.')
  })

  test('brings a code to sign in with only where there is a new one', () => {
    expect(everyNotice.review('en').body).not.toContain('Your code')
    const { body } = writeReviewNotice({ ...decisionFacts('en'), outcome: 'keep', signIn })
    expect(body).toContain('Your code: ABCD-2345')
  })
})

test('a longer restriction tells the new end and the one that was told before, and everything else anew', () => {
  const { subject, body } = everyNotice.extension('en')
  expect(subject).toBe('Your restriction goes on until the end of Friday 30 April 2027')
  expect(body).toContain('it would end at the end of Sunday 28 February 2027')
  for (const words of ['only by email', 'Saturday 10 October 2026', 'If you think we are wrong', 'ABCD-2345'])
    expect(body).toContain(words)
})

describe('a restriction that stopped by itself', () => {
  const stopped = { ...head, reference: 'R-2041', stoppedAt: new Date('2026-11-25T00:00:00Z') }

  test('had its last day before midnight; one that nobody looked at in time says so (I6)', () => {
    const over = writeEndNotice({ ...stopped, isLapsed: false, othersRemain: false }).body
    expect(over).toContain('Its last day was Tuesday 24 November 2026.')
    expect(over).toContain('in any way, as often as you need to')
    expect(over).not.toContain('in time')
    const lapsed = writeEndNotice({ ...stopped, isLapsed: true, othersRemain: true }).body
    expect(lapsed).toContain('because we did not look at it again in time')
    expect(lapsed).toContain('You have another restriction, and it goes on.')
    expect(lapsed).not.toContain('in any way')
  })

  test('a lift gives its reason where there is one', () => {
    const lifted = { ...head, reference: 'R-2041', liftedAt: now, othersRemain: false }
    expect(writeLiftNotice({ ...lifted, reason: 'It is better.' }).body).toContain('Why: It is better.')
    expect(writeLiftNotice(lifted).body).not.toContain('Why')
  })
})

describe('the answer to an appeal', () => {
  const outcome = (over: Partial<Parameters<typeof writeAppealOutcome>[0]>) =>
    writeAppealOutcome({
      ...head,
      appeal,
      about: { kind: 'restriction', reference: 'R-2041' },
      ruling: 'upheld',
      reasons: 'The calls were about repairs.\n\nThey should not have counted.',
      decidedBy: reviewer,
      effect: { now: 'ends', othersRemain: false },
      isFinal: false,
      ...over,
    }).body

  test('says who looked at it, what was decided, every reason, what follows, and who helps', () => {
    const body = outcome({})
    for (const words of [
      'You asked us to look at your restriction R-2041 again.',
      'Who looked at it: David Okafor, director\nThis person took no part in the decision.',
      'What we decided\nWe have decided: we agree with you.',
      'Why\nThe calls were about repairs.\nThey should not have counted.',
      'Your restriction has ended.\nYou can contact us in any way',
      'Housing Ombudsman Service',
    ])
      expect(body).toContain(words)
    expect(body).not.toContain('last answer')
  })

  test('that changes something says what; one that changes nothing says until when it goes on', () => {
    const changed = outcome({
      ruling: 'partly',
      effect: { now: 'changes', how: 'You can also call on Mondays.' },
    })
    expect(changed).toContain('we agree with you in part')
    expect(changed).toContain('This changes now: You can also call on Mondays.')
    const goesOn = everyNotice['appeal-outcome']('en').body
    expect(goesOn).toContain('we do not agree with you')
    expect(goesOn).toContain('Your restriction goes on.\n\n- It ends at the end of: Friday 30 April 2027')
    expect(goesOn).toContain('This is our last answer to this appeal.')
    for (const body of [changed, goesOn]) expect(body).not.toContain('Your restriction has ended.')
  })

  test.each([
    ['warning', 'the warning that we gave you', 'We have taken the warning back.', 'The warning stays.'],
    ['marker', 'the note on your record', 'We have taken the note off', 'The note stays on your record'],
  ] as const)('about a %s says what becomes of it', (kind, about, ends, goesOn) => {
    const over = outcome({ about: { kind } })
    expect(over).toContain(about)
    expect(over).toContain(ends)
    expect(over).not.toContain('as often as you need to')
    const stays = outcome({ about: { kind }, effect: { now: 'goes-on', endsAt: null, reviewOn: null } })
    expect(stays).toContain(goesOn)
    expect(stays).not.toContain('It ends')
  })
})

test('I7: a question about an appeal says that an answer is free, and by when it helps', () => {
  const { subject, body } = everyNotice['appeal-question']('en')
  expect(subject).toBe('A question about your appeal A-7F3K-92QD')
  for (const words of [
    'When did you call us?\nWho asks: director',
    'https://contact.example/appeal',
    '01632 960100',
    'It helps us if you answer by Friday 4 December 2026.',
    'never uses up your contacts. You do not have to answer.',
  ])
    expect(body).toContain(words)
  const facts = { ...head, appeal, question: 'When?', askedBy: reviewer, answerByOn: null }
  expect(writeAppealQuestion(facts).body).not.toContain('It helps us')
})

test('one notice for several held messages lists each, and says by when all are read', () => {
  const at = (time: string) => new Date(`2026-11-24T${time}:00Z`)
  const { subject, body } = writeHeldDigest({
    ...heldFacts('en', onceAWeek),
    contacts: [
      { id: 'a', channel: 'sms', receivedAt: at('09:30') },
      { id: 'b', channel: 'email', receivedAt: at('10:30') },
    ],
  })
  expect(subject).toBe('We have kept 2 messages safe')
  expect(body).toContain(
    '- by text message, 9:30am on Tuesday 24 November\n- by email, 10:30am on Tuesday 24 November\n',
  )
  expect(body).toContain('A person will read all of them by 5pm on Wednesday 25 November.')
  expect(body).toContain('You have already contacted us this week.')
})

describe('a request', () => {
  const kinds = ['side', 'support', 'adjustment', 'format', 'way', 'representative', 'data'] as const
  const receipt = (kind: (typeof kinds)[number]) =>
    writeRequestReceipt({
      ...head,
      request: { reference: 'Q-7F3K-92QD', kind, lodgedAt: now, dueOn: '2026-12-08' },
    }).body

  test.each(kinds)(
    '%s: the receipt says what it is about, its reference and by when it is answered',
    (kind) => {
      const body = receipt(kind)
      expect(body).toContain(speak('en', `notice.request.about.${kind}`))
      expect(body).toContain("Your request's reference: Q-7F3K-92QD")
      expect(body).toContain('in writing by: Tuesday 8 December 2026')
    },
  )

  test('only what needs consent says how to take it back', () => {
    const takesBack = kinds.filter((kind) => receipt(kind).includes('You can change your mind'))
    expect(takesBack).toEqual(['support', 'representative'])
  })

  test('the answer says who answers, and where to go about one’s own information', () => {
    const answer = (kind: (typeof kinds)[number]) =>
      writeRequestAnswer({
        ...head,
        request: { reference: 'Q-7F3K-92QD', kind },
        answer: 'Yes, we will call you.',
        answeredBy: decidedBy,
      }).body
    expect(answer('way')).toContain('Yes, we will call you.\nWho answers: Helen Price, head of service')
    expect(answer('way')).toContain('Housing Ombudsman Service')
    expect(answer('data')).toContain('Information Commissioner')
    expect(answer('data')).not.toContain('Housing Ombudsman')
  })
})
