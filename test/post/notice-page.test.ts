import { describe, expect, test } from 'vitest'
import { writeNoticePage } from '../../post/notice-page.ts'

const page = {
  language: 'ur',
  printPoints: 18,
  subject: 'A subject',
  body: 'Words.',
} as const

describe('the page of a notice', () => {
  test('says its language, its direction and the letter size that was asked for', () => {
    const html = writeNoticePage(page)
    expect(html).toContain('<html lang="ur" dir="rtl">')
    expect(html).toContain('font-size:18pt')
  })

  test('keeps paragraphs, lists and line breaks', () => {
    const html = writeNoticePage({ ...page, body: 'One\r\ntwo.\n\n- first\n- second\n\nThree.' })
    expect(html).toContain('<p>One<br>two.</p>\n<ul><li>first</li><li>second</li></ul>\n<p>Three.</p>')
  })

  test('makes a heading of the line under two empty ones', () => {
    expect(writeNoticePage({ ...page, body: 'Hello.\n\n\nWhy\nBecause.' })).toMatch(
      /<p>Hello\.<\/p>\n<h2 [^>]*>Why<\/h2>\n<p>Because\.<\/p>/,
    )
  })

  test('links web addresses without the full stop after them', () => {
    expect(writeNoticePage({ ...page, body: 'Go to https://x.example/a?b=1&c=2.' })).toContain(
      '<a href="https://x.example/a?b=1&amp;c=2">https://x.example/a?b=1&amp;c=2</a>.',
    )
  })

  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "javascript:alert('x')",
    'https://x.example/"onclick="x',
  ])('never turns words into markup: %s', (words) => {
    const html = writeNoticePage({ ...page, subject: words, body: words, language: words, address: [words] })
    expect(html).not.toMatch(/<(script|img)|href="javascript|"\s*onclick=|" ?onerror/i)
  })
})
