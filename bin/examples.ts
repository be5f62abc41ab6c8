import { readdirSync, readFileSync } from 'node:fs'
import type { Lane } from '../rules/lane.ts'

/** One message as a duty officer would judge it. `code` is the taxonomy's: A to E go through, F is held. */
export type Example = {
  lang: string
  code: string
  lane: Lane
  subject?: string
  body: string
  /** Somebody, a colleague or a neighbour, is threatened. */
  isThreat: boolean
  /** File and line, for reports. */
  place: string
}

const folder = new URL('../test/urgency/examples/', import.meta.url)

const laneOfLetter: Record<string, Lane> = {
  A: 'life-safety',
  B: 'emergency-repair',
  C: 'repair',
  D: 'urgent-need',
  E: 'protected',
  F: 'ordinary',
}

/** The examples of one kind: those to learn from, or those that nothing has ever been learned from. Sorted by file. */
export function readExamples(kind: 'train' | 'held-out'): Example[] {
  const files = readdirSync(folder).filter((name) => name.startsWith(`${kind}-`) && name.endsWith('.jsonl'))
  return files.sort().flatMap((name) => {
    const lines = readFileSync(new URL(name, folder), 'utf8').split('\n')
    return lines.flatMap((line, at) => (line.trim() === '' ? [] : [readExample(line, name, at + 1)]))
  })
}

function readExample(line: string, name: string, number: number): Example {
  const { code, subject, body, threat } = JSON.parse(line)
  const lane = laneOfLetter[String(code)[0] ?? '']
  if (!lane || typeof body !== 'string') throw new Error(`${name}, line ${number}: needs a code and a body`)
  const [, lang = 'en'] = /^(?:train|held-out)-([a-z]{2})/.exec(name) ?? []
  return { lang, code, lane, subject, body, isThreat: threat === true, place: `${name}:${number}` }
}
