import { expect, test } from 'vitest'
import { sayActualText } from '../../post/actual-text.ts'
import { writeLetter } from '../../post/letter.ts'
import { aLandlord } from './factories.ts'

const pdf = writeLetter({
  notice: {
    language: 'en',
    printPoints: 12,
    subject: 'A subject',
    body: 'Hello Ada,\n\n\nWhy\nBecause.\n\n- one\n- two',
    writtenAt: new Date('2026-11-24T10:00:00Z'),
  },
  customer: { reference: 'C-1' },
  landlord: aLandlord(),
  envelope: null,
})

test('the file is whole: each object is where its table says, and each heading and paragraph has its text', () => {
  const file = pdf.toString('latin1')
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1])
  const offsets = file.slice(start).match(/\d{10}(?= 00000 n)/g) ?? []
  expect(offsets.length).toBeGreaterThan(30)
  offsets.forEach((offset, at) => {
    expect(file.slice(Number(offset)).startsWith(`${at + 1} 0 obj\n`)).toBe(true)
  })
  const texts = [...file.matchAll(/\/ActualText <feff([0-9a-f]+)>/g)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex').swap16().toString('utf16le'),
  )
  expect(texts.toSorted()).toEqual(
    [
      'Amplius demonstration landlord',
      '1 Example Street, Exampleton, EX1 1EX',
      '01632 960100',
      'Tuesday 24 November 2026',
      'Your customer reference: C-1',
      'A subject',
      'Hello Ada,',
      'Why',
      'Because.',
      'one',
      'two',
    ].toSorted(),
  )
})

test.each([
  ['nothing', []],
  ['one paragraph more', Array.from({ length: 12 }, () => ({ role: 'P' as const, text: 'x' }))],
])('with %s to say than the document has, it is refused', (_, said) => {
  expect(() => sayActualText(pdf, said)).toThrow('headings and paragraphs')
})

test('what is no PDF, or one whose table lies, is refused', () => {
  expect(() => sayActualText(Buffer.from('%PDF-1.7 and no more'), [])).toThrow('not a PDF')
  const lying = pdf.toString('latin1').replace('0000000016', '0999999999')
  expect(() => sayActualText(Buffer.from(lying, 'latin1'), [])).toThrow('not a PDF')
})
