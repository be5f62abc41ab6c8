import { describe, expect, test } from 'vitest'
import { noticeKinds } from '../../db/tables/notices.ts'
import { LetterNotDrawn, writeLetter } from '../../post/letter.ts'
import { direction, languages, sayDay, speak } from '../../words/speak.ts'
import { everyNotice } from '../words/every-notice.ts'
import { aLandlord } from './factories.ts'
import { type Drawn, fontsOf, readPdf } from './read-pdf.ts'

const landlord = aLandlord()
const writtenAt = new Date('2026-11-24T10:00:00Z')
const envelope = ['Amina Hussain', '1 Test Street', 'Milton', 'MK1 1AA']
const customer = { reference: 'C-10421' }
const codes = languages.map(({ code }) => code)
const sizes = [12, 18, 24]

type Over = { printPoints?: number; language?: string; subject?: string; body?: string; to?: string[] | null }

function letter({
  printPoints = 12,
  language = 'en',
  subject = 'A subject',
  body = 'Words.',
  to = envelope,
}: Over) {
  return writeLetter({
    notice: { language, printPoints, subject, body, writtenAt },
    customer,
    landlord,
    envelope: to,
  })
}

/** White space may be wider or narrower on paper, and a list has dots for its dashes: nothing else may differ. */
function normal(text: string): string {
  return text.replace(/^- /gm, '• ').replace(/\s+/g, ' ').trim()
}

/** What stands above the subject, in reading order. */
function headOf(language: string, printPoints: number): string[] {
  const [, ...address] = landlord.addresses.post
  const about = [
    sayDay(language, writtenAt),
    speak(language, 'notice.restriction.customer-reference', { reference: customer.reference }),
  ]
  return printPoints >= 18
    ? [...envelope, landlord.name, address.join(', '), landlord.phones.general, ...about]
    : [landlord.name, ...envelope, ...address, landlord.phones.general, ...about]
}

/** Every kind is read in the middle size, and the longest one in every size: sizes differ in nothing but where lines end. */
function isRead(kind: (typeof noticeKinds)[number], printPoints: number): boolean {
  return printPoints === 18 || kind === 'restriction'
}

describe.each(codes)('in %s', (language) => {
  test.each(noticeKinds)(
    '%s is a tagged PDF/UA-1 in every size, and what is heard is what is stored',
    async (kind) => {
      const { subject, body } = everyNotice[kind](language)
      for (const printPoints of sizes) {
        const pdf = letter({ language, printPoints, subject, body })
        const file = pdf.toString('latin1')
        const lang = language === 'en' ? 'en-GB' : language
        for (const sign of ['/Type /StructTreeRoot', '/Marked true', `/Lang (${lang})`, '<pdfuaid:part>1<'])
          expect(file).toContain(sign)
        const { all, embedded, readable } = fontsOf(pdf)
        expect([embedded, readable]).toEqual([all, all])
        expect(all).toBeGreaterThan(0)
        if (!isRead(kind, printPoints)) continue

        const read = await readPdf(pdf)
        const stored = [...headOf(language, printPoints), subject, body].join('\n')
        expect(normal(read.heard.map(({ text }) => text).join(' '))).toBe(normal(stored))
        expect(read).toMatchObject({
          marked: true,
          title: subject,
          language: lang,
          pdfua: '1',
          showsTitle: true,
        })
        expect(read.links).toEqual(body.match(/https:\/\/\S+$/gm) ?? [])
        // Nothing is drawn outside what a printer can print, and nothing but the address is smaller than was asked for.
        const isOutside = ({ left, right, top }: Drawn) => left < 15 || right > 195 || top < 5 || top > 292
        expect(read.drawn.filter(isOutside)).toEqual([])
        const isSmall = ({ text, size }: Drawn) => size < printPoints - 0.01 && !envelope.includes(text)
        expect(read.drawn.filter(isSmall)).toEqual([])
      }
    },
  )
})

/** The letters that are drawn, each once: which order they are drawn in depends on the script. */
function lettersOf(text: string): string {
  return [...new Set(text.normalize('NFKD').match(/[\p{L}\p{N}]/gu))].sort().join('')
}

test.each(codes)('in %s, what is drawn has the letters of what is stored', async (language) => {
  const { subject, body } = everyNotice.restriction(language)
  const { drawn } = await readPdf(letter({ language, subject, body, to: null }))
  const page = speak(language, 'notice.page', { page: 1, pages: 1 })
  const stored = lettersOf([...headOf(language, 18).slice(envelope.length), page, subject, body].join(' '))
  const found = lettersOf(drawn.map(({ text }) => text).join(' '))
  // Letters of Arabic that differ in their dots share a shape: drawn with dots of their own, some read back as another.
  expect(Array.from(found).filter((each) => !stored.includes(each))).toEqual([])
  expect(found.length / stored.length).toBeGreaterThanOrEqual(direction(language) === 'ltr' ? 1 : 0.85)
})

test('in scripts that are drawn as they are written, what is drawn is what is stored', async () => {
  const { subject, body } = everyNotice.restriction('en')
  const { drawn } = await readPdf(letter({ subject, body, to: null }))
  const words = normal(
    drawn
      .map(({ text }) => text)
      .join(' ')
      .replace(/Page \d of \d/g, ''),
  )
  const bare = (text: string) => text.replace(/[\s•]/g, '')
  expect(bare(words)).toContain(bare(normal(body)))
})

describe('words are data', () => {
  test.each([
    '#set text(red) #eval("1") #read("/etc/passwd")',
    '$ x^2 $ *bold* _slanted_ `raw` @reference <label> // comment /* more */',
    '= Heading \\ + item / term: x ~ --- -- ... "quotes" \'single\' #{}[]',
    '{page} {pages} \\u{41} &amp; <b>b</b> \u202e turned',
  ])('%s is printed as it is', async (words) => {
    const pdf = letter({ subject: words, body: `Hello\n\n\n${words}\n${words}\n\n- ${words}`, to: [words] })
    const { heard, title } = await readPdf(pdf)
    expect(title).toBe(words)
    expect(heard.filter(({ text }) => text === words).map(({ role }) => role)).toEqual([
      'P',
      'H1',
      'H2',
      'P',
      'P',
    ])
  })

  test('a control character is left out, and a blank line or item is nothing', async () => {
    const { heard } = await readPdf(letter({ body: 'One\u0000two\n \n\n- \u0007\n- three' }))
    expect(heard.slice(-3).map(({ text }) => text)).toEqual(['One two', '•', 'three'])
  })
})

test('a name in another script is drawn and heard in a letter of any language', async () => {
  const names = ['ਗੁਰਪ੍ਰੀਤ ਕੌਰ', 'রহিমা খাতুন', 'فاطمة الزهراء', 'عائشہ بی بی', 'Шевченко', 'Siân Ŵyn', 'अमिता']
  for (const language of ['en', 'ur', 'bn']) {
    const body = names.map((name) => `${name}: 12`).join('\n\n')
    const { heard } = await readPdf(letter({ language, body, to: names }))
    const said = heard.map(({ text }) => text)
    expect(names.filter((name) => !said.includes(name) || !said.includes(`${name}: 12`))).toEqual([])
  }
})

test.each(['漢字', '😀', '\ud800', '\u200d'])(
  'a letter with %j, which no font has, is refused, and the refusal quotes nothing',
  (words) => {
    expect(() => letter({ body: `Dear ${words}\n\n${words}` })).toThrow(LetterNotDrawn)
    try {
      letter({ body: words })
    } catch (fault) {
      expect(String(fault)).not.toContain(words)
    }
    expect(letter({ body: 'Dear Ada' }).length).toBeGreaterThan(1000)
  },
)

describe('on paper', () => {
  const lineWith = async (over: Over, words: string) => {
    const { drawn, pages } = await readPdf(letter(over))
    const found = drawn.find(({ text }) => text.includes(words))
    return { ...found, pages }
  }

  test('the address is in the window of the envelope, and the letter begins under it (GOV.UK Notify’s measures)', async () => {
    const { drawn } = await readPdf(letter({ printPoints: 12 }))
    for (const line of envelope) {
      const { page, left = 0, right = 0, top = 0 } = drawn.find(({ text }) => text === line) ?? {}
      expect(page).toBe(1)
      expect(left).toBeCloseTo(24.6, 0)
      expect(right).toBeLessThan(24.6 + 95.4)
      expect(top).toBeGreaterThan(39)
      expect(top).toBeLessThan(39.5 + 26.8)
    }
    const date = drawn.find(({ text }) => text.includes('24 November 2026'))
    expect(date?.top).toBeGreaterThan(94)
    expect(date?.top).toBeLessThan(98)
  })

  test.each([
    [17.9, 1, 1],
    [18, 1, 2],
  ])(
    'in %d points the address is on page %d and the letter begins on page %d',
    async (printPoints, first, then) => {
      expect(await lineWith({ printPoints }, 'Amina')).toMatchObject({ page: first })
      expect(await lineWith({ printPoints }, '24 November 2026')).toMatchObject({ page: then })
    },
  )

  test('a sheet with the address alone is not counted as a page of the letter', async () => {
    const { drawn, pages } = await readPdf(letter({ printPoints: 24 }))
    expect(pages).toBe(2)
    expect(drawn.filter(({ page }) => page === 1).map(({ text }) => text)).toEqual(envelope)
    expect(drawn.some(({ text }) => text.includes('Page 1 of 1'))).toBe(true)
  })

  test('on a screen there is no address', async () => {
    const { heard } = await readPdf(letter({ to: null, printPoints: 24 }))
    expect(heard[0]?.text).toBe(landlord.name)
    expect(heard.some(({ text }) => text.includes('Test Street'))).toBe(false)
  })

  test('the longest name of a landlord stays above the window', async () => {
    const name = 'The Housing Association of the Northern Valleys and the Coast Limited'
    const pdf = writeLetter({
      notice: { language: 'en', printPoints: 17, subject: 'x', body: 'y', writtenAt },
      customer,
      landlord: { ...landlord, name },
      envelope,
    })
    const { drawn } = await readPdf(pdf)
    const lines = drawn.filter(({ text }) => name.includes(text.trim()) && text.length > 5)
    expect(lines.map(({ text }) => text.trim()).join(' ')).toBe(name)
    for (const { top, size } of lines) expect(top + size * 0.353).toBeLessThan(39.5)
  })

  test('an address of seven lines, or a very long one, stays in the window', async () => {
    const to = [
      'Flat 12',
      'b',
      'c',
      'd',
      'e',
      'f',
      'A very long line of an address, of the kind that people have in Wales',
    ]
    const { drawn } = await readPdf(letter({ to }))
    const lines = drawn.filter(({ text, top }) => to.includes(text) && top < 90)
    expect(lines).toHaveLength(7)
    for (const { right, top } of lines) {
      expect(right).toBeLessThan(24.6 + 95.4)
      expect(top).toBeLessThan(39.5 + 26.8)
    }
  })

  test.each(['en', 'ur'])(
    'in %s, words that are too long for a line are cut, not lost over the edge',
    async (language) => {
      const long = 'longest-name.of-all@a-landlord-with-a-very-long-name.example'
      const body = `- ${long}\n\nhttps://${'contact.'.repeat(6)}example/sign-in/letter\n\n${'word'.repeat(40)}`
      for (const printPoints of [12, 24, 48]) {
        const { drawn } = await readPdf(letter({ language, printPoints, body, to: null }))
        expect(drawn.filter(({ left, right }) => left < 5 || right > 205)).toEqual([])
      }
    },
  )

  test('a paragraph of many pages is whole, and said once', async () => {
    const body = `${'A long account of what happened. '.repeat(120)}End.`
    const { heard, pages, drawn } = await readPdf(letter({ printPoints: 24, body, to: null }))
    expect(pages).toBeGreaterThan(5)
    expect(heard.filter(({ text }) => text.startsWith('A long account'))).toEqual([{ role: 'P', text: body }])
    expect(drawn.filter(({ text }) => text.includes('End.'))).toHaveLength(1)
  })

  test('a telephone number in a letter that runs from right to left keeps its order', async () => {
    const { drawn } = await readPdf(letter({ language: 'ar', body: 'اتصلوا 0808 157 0100 الآن', to: null }))
    expect(drawn.map(({ text }) => text)).toContain('0808 157 0100')
  })
})

test('the same notice is the same file, whenever it is printed', () => {
  expect(letter({}).equals(letter({}))).toBe(true)
})
