import type { RequestKind } from '../../../rules/request-due.ts'
import { sayDay } from './say-time.ts'

const kinds: Record<RequestKind, string> = {
  side: 'Their side',
  support: 'Support',
  adjustment: 'Adjustment',
  format: 'Another format',
  way: 'The open way does not work',
  representative: 'Somebody who speaks for them',
  data: 'Copy of their information',
}

/** What a request is, for colleagues. */
export function sayKind(kind: RequestKind): string {
  return kinds[kind]
}

const words: Record<string, Record<string, string>> = {
  kinds: {
    money: 'money, debt or benefits',
    health: 'health',
    mind: 'mental wellbeing',
    reading: 'reading, writing or forms',
    home: 'at home, or keeping the home',
    unsafe: 'feeling unsafe',
    talk: 'talking things through (mediation)',
    other: 'something else',
  },
  helpers: {
    ours: 'our own support colleagues',
    money: 'a money or benefits adviser',
    health: 'a doctor or health service',
    mind: 'a mental wellbeing service',
    reading: 'a service for reading and forms',
    home: 'a service that supports people at home',
    unsafe: 'a service that helps people to be safe',
    talk: 'a mediator',
    other: 'another service that fits',
  },
  needs: {
    phone: 'phone instead of writing',
    time: 'more time',
    bsl: 'BSL interpreter',
    quiet: 'quiet place, or one person at a time',
    visit: 'home visits by two colleagues, one of them a woman',
    read: 'somebody to read our letters with them',
    other: 'something else',
  },
  ways: {
    email: 'email',
    web: 'website',
    sms: 'text message',
    phone: 'phone',
    letter: 'letter',
    visit: 'coming to see us',
    social: 'social media',
    other: 'something else',
  },
  relation: {
    family: 'family',
    friend: 'friend or neighbour',
    carer: 'carer or support worker',
    adviser: 'adviser',
    law: 'solicitor',
    office: 'councillor or MP',
    other: 'somebody else',
  },
  may: { speak: 'speak and write for them', letters: 'get copies of letters' },
  format: {
    'braille-1': 'Braille, grade 1',
    'braille-2': 'Braille, grade 2',
    audio: 'audio recording',
    'easy-read': 'Easy Read',
    bsl: 'BSL video',
    'coloured-paper': 'coloured paper',
    other: 'another format',
  },
}

/** A format that somebody needs, for colleagues. */
export function sayFormat(format: string): string {
  return words.format?.[format] ?? format
}

function said(set: string, codes: string): string {
  return codes
    .split(' ')
    .map((code) => words[set]?.[code] ?? code)
    .join(', ')
}

type Asked = { kind: RequestKind; account: string; detail: Record<string, string>; consentAt: Date | null }

/** What was asked, as labels and words: for the mail to the desk and for the page on which it is answered. */
export function factsOf({ detail, consentAt }: Asked): [string, string][] {
  const { kinds: help, helpers, needs, ways, open, name, relation, reach, may, format, which, more } = detail
  const rows: [string, string | undefined][] = [
    ['Support with', help && said('kinds', help)],
    ['They need', needs && said('needs', needs)],
    ['Ways that are open', open && said('ways', open)],
    ['What would work', ways && said('ways', ways)],
    ['Format', format && said('format', format)],
    ['Colour or format', which],
    ['Name', name],
    ['Who they are', relation && said('relation', relation)],
    ['Reach them at', reach],
    ['More', more],
    ...(helpers ?? may ?? '').split(' ').map((code): [string, string | undefined] => {
      const ended = detail[`ended-${code}`]
      const what = said(helpers ? 'helpers' : 'may', code)
      return [
        helpers ? `May be told: ${what}` : `May: ${what}`,
        code && (ended ? `No: taken back on ${sayDay(ended)}` : `Yes, since ${sayDay(consentAt ?? '')}`),
      ]
    }),
  ]
  return rows.filter((row): row is [string, string] => Boolean(row[1]))
}
