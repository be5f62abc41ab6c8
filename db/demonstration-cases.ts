import type { MeasureCode, Pack, Role } from '../policies/pack.ts'
import type { Channel } from '../rules/channel.ts'
import type { Measure } from '../rules/restriction.ts'

/** Words of a demonstration colleague: as the ledger keeps them, and as the customer's letter says them. */
type Told = { kept: string; told?: string }

/** Something that happened, so many days before the warning or the restriction that rests on it. */
type Happened = Told & { daysBefore: number }

export type DemonstrationCase = {
  /** The part of the address before @demo.example: it says the situation. */
  account: string
  name: string
  phone: string
  language: 'en' | 'ur' | 'pl'
  printPoints: number
  noticesBy: 'email' | 'letter'
  warning?: { conduct: Told; evidence: Happened[]; proposed: Told }
  restriction?: {
    measures: (clauseOf: (code: MeasureCode) => string, colleague: string) => Measure[]
    reason: Told
    evidence: Happened[]
    /** It ended yesterday. */
    isOver?: true
  }
  /** An appeal, and what its reviewer asks about it. */
  appeal?: { account: string; wish: string; question: string }
  /** Contacts that were held this long ago and wait for a person, each with how near it came to passing (0 to 1). */
  held?: { minutesAgo: number; channel: Channel; subject: string; body: string; doubt: number }[]
}

/** Where a document does not list a measure, the demonstration rests on the clause of the one that is nearest to it. */
const nearest: Partial<Record<MeasureCode, MeasureCode[]>> = {
  frequency: ['times', 'channels'],
  times: ['frequency', 'channels'],
  'named-colleague': ['through-representative', 'channels'],
  'closed-subject': ['no-further-consideration', 'significant-only', 'channels'],
}

/** The clause of a pack that a demonstration measure rests on. */
export function clauseFor(pack: Pack, code: MeasureCode): string {
  const listed = [code, ...(nearest[code] ?? [])].map((each) =>
    pack.measures.find((measure) => measure.code === each),
  )
  const found =
    listed.find((measure) => measure !== undefined) ?? pack.measures.find(({ kind }) => kind === 'contact')
  if (!found) throw new Error(`${pack.key} lists no measure for contact`)
  return found.clause
}

/** One colleague for each role. */
export const demonstrationColleagues: { role: Role; name: string }[] = [
  { role: 'officer', name: 'Olu Adeyemi' },
  { role: 'manager', name: 'Maria Lopez' },
  { role: 'head', name: 'Helen Price' },
  { role: 'director', name: 'David Okafor' },
  { role: 'appeals', name: 'Asha Rahman' },
  { role: 'contractor', name: 'Chris Dunn' },
]

/** The contract's eight accounts, the same under every policy. */
export const demonstrationCases: DemonstrationCase[] = [
  {
    account: 'weekly',
    name: 'Amina Hussain',
    phone: '+447700900201',
    language: 'ur',
    printPoints: 18,
    noticesBy: 'email',
    warning: {
      conduct: {
        kept: 'You sent many emails and texts on one day about the same thing, before we could answer.',
        told: 'آپ نے ایک ہی دن میں ایک ہی بات کے بارے میں بہت سے ای میل اور میسج بھیجے، اس سے پہلے کہ ہم جواب دے سکتے۔',
      },
      evidence: [{ daysBefore: 4, kept: '41 emails about one letter', told: 'ایک خط کے بارے میں 41 ای میل' }],
      proposed: {
        kept: 'ask you to write once a week, by email',
        told: 'آپ سے کہیں کہ ہفتے میں ایک بار، ای میل سے لکھیں',
      },
    },
    restriction: {
      measures: (clauseOf) => [
        { code: 'channels', open: ['email'], clause: clauseOf('channels') },
        { code: 'frequency', limit: 1, per: 'week', clause: clauseOf('frequency') },
      ],
      reason: {
        kept: 'The emails went on after our letter. Our team could not keep up with them and with what other customers need.',
        told: 'ہمارے خط کے بعد بھی ای میل آتے رہے۔ ہماری ٹیم ان کے ساتھ ساتھ دوسرے رہائشیوں کا کام نہیں کر پا رہی تھی۔',
      },
      evidence: [
        { daysBefore: 8, kept: '37 emails in one day', told: 'ایک دن میں 37 ای میل' },
        {
          daysBefore: 5,
          kept: '29 emails and 14 texts in one day',
          told: 'ایک دن میں 29 ای میل اور 14 میسج',
        },
      ],
    },
  },
  {
    account: 'tuesday',
    name: 'Tom Barker',
    phone: '+447700900202',
    language: 'en',
    printPoints: 12,
    noticesBy: 'email',
    warning: {
      conduct: { kept: 'You called us many times a day about the same thing, and each call was very long.' },
      evidence: [{ daysBefore: 3, kept: '22 calls, six hours in all' }],
      proposed: { kept: 'ask you to contact us at a set time each week' },
    },
    restriction: {
      measures: (clauseOf) => [
        { code: 'times', windows: [{ days: [2], from: '09:00', to: '12:00' }], clause: clauseOf('times') },
      ],
      reason: { kept: 'The calls went on after our letter. Other customers could not get through to us.' },
      evidence: [
        { daysBefore: 9, kept: '18 calls, five hours in all' },
        { daysBefore: 6, kept: '25 calls, seven hours in all' },
      ],
    },
  },
  {
    account: 'named',
    name: 'Ewa Nowak',
    phone: '+447700900203',
    language: 'pl',
    printPoints: 12,
    noticesBy: 'email',
    warning: {
      conduct: {
        kept: 'You asked many of our colleagues the same question at once, and they gave different answers.',
        told: 'Zadali Państwo wielu osobom u nas to samo pytanie naraz i dostali różne odpowiedzi.',
      },
      evidence: [
        { daysBefore: 5, kept: 'The same question to 12 colleagues', told: 'To samo pytanie do 12 osób' },
      ],
      proposed: {
        kept: 'choose one colleague who answers you',
        told: 'wybrać jedną osobę, która będzie Państwu odpowiadać',
      },
    },
    restriction: {
      measures: (clauseOf, colleague) => [
        { code: 'named-colleague', colleague, clause: clauseOf('named-colleague') },
      ],
      reason: {
        kept: 'It went on after our letter. With one colleague who knows everything, you get one clear answer.',
        told: 'Po naszym liście to się powtórzyło. Jedna osoba, która wszystko wie, może dać jedną jasną odpowiedź.',
      },
      evidence: [
        { daysBefore: 7, kept: 'The same question to 9 colleagues', told: 'To samo pytanie do 9 osób' },
      ],
    },
  },
  {
    account: 'letters',
    name: 'Grace Mensah',
    phone: '+447700900204',
    language: 'en',
    printPoints: 12,
    noticesBy: 'letter',
    warning: {
      conduct: { kept: 'You shouted at two colleagues on the phone and called them names.' },
      evidence: [{ daysBefore: 2, kept: 'Shouting and insults in a phone call' }],
      proposed: { kept: 'ask you to write letters to us instead' },
    },
    restriction: {
      measures: (clauseOf) => [{ code: 'channels', open: ['letter'], clause: clauseOf('channels') }],
      reason: {
        kept: 'It happened again after our letter, on the phone and in emails. Our colleagues were upset.',
      },
      evidence: [
        { daysBefore: 8, kept: 'Insults in three emails' },
        { daysBefore: 4, kept: 'Shouting and insults in a phone call' },
      ],
    },
    appeal: {
      account:
        'I was ill and in pain when I called, and nobody had told me when my heating would be looked at. I am sorry that I shouted. Writing letters is hard for me because of my hands.',
      wish: 'Please let me email again.',
      question:
        'Thank you for telling us about your hands. Would it help you to talk to one colleague on the phone, or is email better for you?',
    },
    held: [
      {
        minutesAgo: 140,
        channel: 'email',
        subject: 'My rent account',
        body: 'Please send me a copy of my rent account for last year.\r\n\r\nGrace Mensah\r\n',
        doubt: 0.08,
      },
    ],
  },
  {
    account: 'closed',
    name: 'Peter Lowe',
    phone: '+447700900205',
    language: 'en',
    printPoints: 12,
    noticesBy: 'email',
    warning: {
      conduct: { kept: 'You went on writing about the parking bay after our last answer about it.' },
      evidence: [{ daysBefore: 6, kept: '16 emails about the parking bay, with nothing new in them' }],
      proposed: { kept: 'read and keep what you send about the parking bay, but not answer it again' },
    },
    restriction: {
      measures: (clauseOf) => [
        {
          code: 'closed-subject',
          subject: 'the parking bay',
          words: ['parking', 'bay 14', 'car park'],
          clause: clauseOf('closed-subject'),
        },
      ],
      reason: {
        kept: 'We have answered all your questions about the parking bay, and you wrote 30 more emails about it.',
      },
      evidence: [{ daysBefore: 5, kept: '30 emails about the parking bay since our letter' }],
    },
    held: [
      {
        minutesAgo: 85,
        channel: 'email',
        subject: 'Your parking rules',
        body: 'Nobody keeps to the parking rules here, and nobody at your office cares. Please write to all of them about it again.\r\n\r\nPeter Lowe\r\n',
        doubt: 0.62,
      },
      {
        minutesAgo: 55,
        channel: 'email',
        subject: 'The parking bay again',
        body: 'I still want an answer about bay 14. Whose is it?\r\n\r\nPeter Lowe\r\n',
        doubt: 0.14,
      },
    ],
  },
  {
    account: 'warned',
    name: 'Jade Collins',
    phone: '+447700900206',
    language: 'en',
    printPoints: 12,
    noticesBy: 'email',
    warning: {
      conduct: {
        kept: 'You asked for an answer within the hour, many times, and wrote angry things about one colleague.',
      },
      evidence: [
        { daysBefore: 9, kept: 'Eight emails in one hour that ask for an answer at once' },
        { daysBefore: 3, kept: 'Hurtful words about a colleague in two emails' },
      ],
      proposed: { kept: 'choose one colleague who answers you' },
    },
  },
  {
    account: 'ended',
    name: 'Martin Shaw',
    phone: '+447700900207',
    language: 'en',
    printPoints: 12,
    noticesBy: 'email',
    warning: {
      conduct: { kept: 'You sent us long emails every day about things that we had answered.' },
      evidence: [{ daysBefore: 5, kept: '12 emails in one day' }],
      proposed: { kept: 'ask you to contact us once a week' },
    },
    restriction: {
      measures: (clauseOf) => [{ code: 'frequency', limit: 1, per: 'week', clause: clauseOf('frequency') }],
      reason: { kept: 'The emails went on after our letter.' },
      evidence: [{ daysBefore: 6, kept: '15 emails in one day' }],
      isOver: true,
    },
  },
  {
    account: 'open',
    name: 'Ruth Evans',
    phone: '+447700900208',
    language: 'en',
    printPoints: 12,
    noticesBy: 'email',
  },
]
