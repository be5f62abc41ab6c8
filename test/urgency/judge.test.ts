import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Lane, lanes } from '../../rules/lane.ts'
import { judge } from '../../rules/urgency/judge.ts'
import { charactersAtEnd, charactersAtStart, selectText } from '../../rules/urgency/new-text.ts'
import { readExamples } from '../../bin/examples.ts'

/** Where the judge stands on the held-out examples, most of which were written to be hard: `npm run urgency` prints them. */
const atLeast = { through: 0.95, held: 0.75, threatsSeen: 0.6 }

const laneOf = (body: string, subject?: string): Lane => judge({ subject, body }).lane
const letter =
  'The van is in my parking bay again and you have not answered one of my letters about the bins. '

describe('what is urgent passes, and its twin without the urgency is held (I1, 3.4)', () => {
  test.each<[string, Lane, string, string]>([
    ['A1 gas', 'life-safety', 'I can smell gas in the hall', 'I want to know why my gas bill went up'],
    [
      'A2 fire',
      'life-safety',
      'there is a fire in the bin store',
      'You should fire the lot of them. Nobody has answered about the bins.',
    ],
    [
      'A3 shock',
      'life-safety',
      'I got a shock off the cooker switch',
      'I got a shock when I saw the new rent, why has it gone up',
    ],
    [
      'A4 ceiling',
      'life-safety',
      'the ceiling in the lounge is sagging like a hammock',
      'my rent has gone through the roof again this year, explain the service charge',
    ],
    ['A5 lift', 'life-safety', 'we are stuck in the lift', 'you would not lift a finger about the parking'],
    [
      'A6 suicide',
      'life-safety',
      'there is no point living like this',
      'my blood is boiling about the parking, nobody answers',
    ],
    [
      'B1 leak',
      'emergency-repair',
      'water comin thru the celing, carpet soaked',
      'I will leak your letter about the parking bays to the newspapers',
    ],
    [
      'B4 heating',
      'emergency-repair',
      'there is no heating',
      'the heating is working again, when is the residents meeting',
    ],
    [
      'B7 door',
      'emergency-repair',
      'my front door is in two pieces on the mat',
      'may I paint my front door blue',
    ],
    [
      'C damp',
      'repair',
      'there is mould in the bedroom',
      'no more mould since the fan went in, thanks. When is the grass cut',
    ],
    [
      'D5 eviction',
      'urgent-need',
      'the bailiffs are coming on Thursday',
      'the gardeners are coming on Thursday to cut the hedge, is that right',
    ],
    [
      'E2 complaint',
      'protected',
      'I wish to make a formal complaint',
      "I'm complaining again about the parking",
    ],
    [
      'E1 more about an appeal, under its reference',
      'protected',
      'A-7F3K-92QD: the dates in your newsletter are wrong again',
      'the dates in your newsletter are wrong again',
    ],
    [
      'E3 Ombudsman',
      'protected',
      'I am going to the Ombudsman',
      'I am going to the newspapers about the parking',
    ],
  ])('%s', (_, lane, urgent, twin) => {
    expect(laneOf(urgent)).toBe(lane)
    expect(laneOf(twin)).toBe('ordinary')
  })
})

describe('what is said counts, not the word alone', () => {
  test.each<[string, string, Lane]>([
    [
      'politeness denies nothing',
      "I don't want to be a nuisance but the boiler isn't working and we have no hot water",
      'emergency-repair',
    ],
    ['a mended leak is over', 'the leak is fixed now, when is my parking permit coming', 'ordinary'],
    ['a mend that failed is not over', 'you said the leak was fixed but it is leaking again', 'repair'],
    ['what is not mended is not over', 'the boiler has still not been fixed', 'repair'],
    ['a denial is believed', 'there is no leak any more, my email is about the bins', 'ordinary'],
    ['the past is past', 'when the boiler broke in 2019 you took weeks. Where is my refund', 'ordinary'],
    [
      'the past that has come back is now',
      'the boiler broke in 2019 and now it is broken again',
      'emergency-repair',
    ],
    [
      'what is only supposed is no danger',
      'what would you do if there was a fire? You never answer letters',
      'ordinary',
    ],
    ['not knowing is no supposing', "I don't know if there's a gas leak but it smells of gas", 'life-safety'],
    ['abuse lowers nothing (3.4)', 'boiler still off you useless sods, baby is freezing', 'emergency-repair'],
    ['a threat with a need passes', 'fix my heating or I will burn your office down', 'life-safety'],
    [
      'capitals and want of punctuation change nothing',
      'NO HEATING NO HOT WATER BABY IS COLD',
      'emergency-repair',
    ],
  ])('%s', (_, body, lane) => {
    expect(laneOf(body)).toBe(lane)
  })

  test('a hazard one clause deep in a long angry letter is found', () => {
    const long = letter.repeat(25)
    expect(laneOf(long)).toBe('ordinary')
    expect(
      laneOf(`${long}and then the loft tank started leaking through the ceiling as I write. ${long}`),
    ).toBe('emergency-repair')
  })

  test.each([
    'smok is comeing from the sokcet',
    'the boilr is brokken',
    'sewgae in the bath',
    'the cieling has colapsed',
  ])('a misspelling is understood: %s', (body) => {
    expect(['life-safety', 'emergency-repair']).toContain(laneOf(body))
  })

  test('the words that decided are given as the customer wrote them', () => {
    expect(judge({ body: 'The BOYLER is ded, since Tuesday' }).why.join(' ')).toContain('BOYLER is ded')
    expect(judge({ body: 'Who decides about the parking permits?' })).toMatchObject({
      lane: 'ordinary',
      why: [],
    })
  })
})

describe('what cannot be judged passes to a person (I5)', () => {
  test.each<[string, Parameters<typeof judge>[0], string]>([
    ['an empty message', {}, 'nothing to read'],
    ['a picture alone', { body: ' \n', fileNames: ['IMG_2231.jpg'] }, 'nothing to read'],
    ['an unreadable message', { unreadable: true, body: 'parking' }, 'could not be read'],
    [
      'a language not known',
      { body: 'kërkoj ndihmë sepse fqinji im është shumë keq tani' },
      'language not known',
    ],
    ['a message too long to read whole', { body: letter.repeat(400) }, 'too long to read whole'],
  ])('%s', (_, message, why) => {
    expect(judge(message)).toMatchObject({ lane: 'urgent-need', why: [why] })
  })

  test('in words that nobody knows a plain danger is still a danger', () => {
    expect(judge({ body: 'ther iz gaz smel evrywere in da kichin cum kwik' }).lane).toBe('life-safety')
    expect(judge({ body: 'aparcamiento, otra vez el coche rojo' }).lane).toBe('urgent-need')
  })

  test('a picture is judged by its name too', () => {
    expect(judge({ subject: 'parking', fileNames: ['burst-pipe.jpg'] }).lane).toBe('emergency-repair')
  })
})

describe('the new text decides, not the mail quoted under it', () => {
  const quoted =
    '\n\nOn Tue, 3 Jun 2025 at 10:00, Housing <desk@landlord.example> wrote:\n> I have no heating and the ceiling is leaking'
  test('an answer about parking above an old emergency is ordinary', () => {
    expect(laneOf(`Why has nobody answered me about the parking permits?${quoted}`)).toBe('ordinary')
  })
  test('the quoted mail is read when it is all there is', () => {
    expect(laneOf(quoted)).toBe('emergency-repair')
  })
  test('a few words under our question are its answer (E8)', () => {
    const asked = '\n\n-----Original Message-----\nPlease confirm whether you have keys to the garage.'
    expect(laneOf(`the parking permits are the wrong colour${asked}`)).toBe('protected')
    expect(laneOf('the parking permits are the wrong colour')).toBe('ordinary')
  })
})

describe('examples that nothing was ever learned from', () => {
  const examples = readExamples('held-out').map((example) => {
    const { lane: judged, isThreat: isCalledThreat } = judge(example)
    return { ...example, judged, isCalledThreat }
  })
  const share = (some: typeof examples, isRight: (example: (typeof examples)[number]) => boolean) =>
    some.filter(isRight).length / some.length
  const languages = [...new Set(examples.map(({ lang }) => lang))]

  test('there are some in every language that customers write', () => {
    expect(languages.sort()).toEqual('ar bn cy en pa pl pt ro so tr uk ur'.split(' '))
  })

  test.each(languages)('%s: what must pass does, and much of what is ordinary is held', (language) => {
    const own = examples.filter(({ lang }) => lang === language)
    const urgent = own.filter(({ lane }) => lane !== 'ordinary')
    const ordinary = own.filter(({ lane }) => lane === 'ordinary')
    expect(share(urgent, ({ judged }) => judged !== 'ordinary')).toBeGreaterThanOrEqual(atLeast.through)
    expect(share(ordinary, ({ judged }) => judged === 'ordinary')).toBeGreaterThanOrEqual(atLeast.held)
  })

  test('most threats to somebody are seen, and hardly anything else is called one', () => {
    const shareCalled = (wanted: boolean) =>
      share(
        examples.filter(({ isThreat }) => isThreat === wanted),
        ({ isCalledThreat }) => isCalledThreat,
      )
    expect(shareCalled(true)).toBeGreaterThanOrEqual(atLeast.threatsSeen)
    expect(shareCalled(false)).toBeLessThan(0.02)
  })
})

describe('properties', () => {
  const bodies = exampleBodies()
  const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...bodies))

  test('any message at all gets one of the six lanes, the same each time, with reasons unless ordinary', () => {
    fc.assert(
      fc.property(anyText, anyText, (subject, body) => {
        const first = judge({ subject, body })
        expect(lanes).toContain(first.lane)
        expect(first.why.length === 0).toBe(first.lane === 'ordinary')
        expect(judge({ subject, body })).toEqual(first)
      }),
    )
  })

  test('an emergency among ten paragraphs of anything is not held, wherever it stands (I5)', () => {
    const emergencies = [
      'I can smell gas in the kitchen.',
      'Water is pouring through the ceiling.',
      'My husband hit me and I am hiding in the bathroom.',
    ]
    const around = Array.from({ length: 5 }, () => letter).join('\n\n')
    for (const emergency of emergencies) {
      for (const body of [
        `${emergency}\n\n${around}`,
        `${around}\n\n${emergency}`,
        `${around}\n\n${emergency}\n\n${around}`,
      ])
        expect(laneOf(body)).not.toBe('ordinary')
    }
    expect(laneOf(around)).toBe('ordinary')
  })

  test('of a megabyte no more than the two limits is judged, whatever it is made of', () => {
    const most = charactersAtStart + charactersAtEnd + 2
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), (piece) => {
        const body = piece.repeat(Math.ceil(1_000_000 / piece.length))
        expect(selectText({ body }).characters).toBeLessThanOrEqual(most)
        expect(judge({ body }).lane).not.toBe('ordinary')
      }),
      { numRuns: 30 },
    )
  })
})

function exampleBodies(): string[] {
  return readExamples('held-out').map((example) => example.body)
}
