import type { Message } from './judge.ts'

/** Most characters judged: what is longer is read at its start and its end. */
export const charactersAtStart = 20_000
export const charactersAtEnd = 5_000

const answerHeads = [/^-{2,}\s?(original|forwarded) message/iu, /^_{10,}$/u, /^from:\s.*@/iu]

/** Whether the line at `at` opens earlier mail ("On … wrote:", "-----Original Message-----"). */
function opensEarlierMail(lines: string[], at: number): boolean {
  const line = (lines[at] ?? '').slice(0, 300).trim()
  if (answerHeads.some((head) => head.test(line))) return true
  const before = (lines[at - 1] ?? '').slice(0, 300).trim()
  return line.endsWith('wrote:') && (/^on\s/iu.test(line) || /^on\s/iu.test(before))
}

/** Parts what the customer wrote now from the earlier mail quoted under it. */
export function splitEarlierMail(body: string): { written: string; quoted: string } {
  const written: string[] = []
  const quoted: string[] = []
  const lines = body.split('\n')
  let isEarlier = false
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (opensEarlierMail(lines, at)) {
      isEarlier = true
      if (/^on\s/iu.test(written.at(-1) ?? '') && !/^on\s/iu.test(line)) written.pop()
      continue
    }
    const isMarked = /^\s?>/u.test(line)
    // An answer written between or under the quoted lines is new text when the quoted ones are marked
    if (isMarked) quoted.push(line.replace(/^[\s>]{1,20}/u, ''))
    else if (
      isEarlier &&
      !lines.slice(at, at + 40).some((later) => /^\s?>/u.test(later)) &&
      quoted.length === 0
    )
      quoted.push(line)
    else if (isEarlier && line.trim() === '') quoted.push(line)
    else written.push(line)
  }
  return { written: written.join('\n'), quoted: quoted.join('\n') }
}

export type Reading = { parts: string[]; quoted: string; wasCut: boolean; characters: number }

function cut(text: string): string {
  return `${text.slice(0, charactersAtStart)}\n\n${text.slice(-charactersAtEnd)}`
}

/** The texts to judge (subject, new body or, failing that, the quoted body), never more than the two limits together. */
export function selectText(message: Message): Reading {
  const subject = (message.subject ?? '').slice(0, 1_000)
  const whole = message.body ?? ''
  const wasCut = whole.length > charactersAtStart + charactersAtEnd
  const { written, quoted } = splitEarlierMail(wasCut ? cut(whole) : whole)
  const names = (message.fileNames ?? [])
    .slice(0, 20)
    .map((name) =>
      name
        .slice(0, 100)
        .replace(/\.\w{1,5}$/u, '')
        .replace(/[_\-.\d]+/gu, ' '),
    )
    .filter(
      (name) =>
        !/^\s*(img|image|photo|dsc|pxl|scan|screenshot|file|document|whatsapp image)?[\s\w]{0,3}$/iu.test(
          name,
        ),
    )
  const parts = [subject, written.trim() === '' ? quoted : written, ...names]
  const characters = parts.reduce((sum, part) => sum + part.length, quoted.length)
  return { parts, quoted: written.trim() === '' ? '' : quoted, wasCut, characters }
}
