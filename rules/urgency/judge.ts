import type { Lane } from '../lane.ts'
import { lanes } from '../lane.ts'
import type { Context } from './context.ts'
import { isOnlyTalk, readContext } from './context.ts'
import { bit } from './ideas.ts'
import type { Marked } from './match.ts'
import { findMatches, has, markSentence, quote } from './match.ts'
import { selectText } from './new-text.ts'
import { readSentences } from './read-words.ts'

export type { Lane }

/** What is judged. `body` is plain text (HTML is turned to text before); `unreadable` when the door could not read it. */
export type Message = { subject?: string; body?: string; fileNames?: string[]; unreadable?: boolean }
/** `why`: the words that decided, as the customer wrote them; empty for `ordinary`. */
export type Judgement = { lane: Lane; why: string[] }

type Finding = { lane: Lane; said: string }
type Read = { marked: Marked; context: Context; live: Finding[]; talk: number }

const laneOfLetter: Record<string, Lane> = {
  A: 'life-safety',
  B: 'emergency-repair',
  C: 'repair',
  D: 'urgent-need',
  E: 'protected',
}
const mostReasons = 5
/** Words on either side in which an ordinary matter explains a mention. */
const doubtReach = 8

function pass(lane: Lane, ...why: string[]): Judgement {
  return { lane, why }
}

function isNear(marked: Marked, at: number, bits: number): boolean {
  for (let other = at - doubtReach; other <= at + doubtReach; other++) {
    if (other !== at && has(marked, other, bits)) return true
  }
  return false
}

/** A part of the home, or a body, bed or fear, told away from any ordinary matter: nobody can be sure, so it passes. */
function findDoubt({ marked, context }: Read, isOrdinaryMatter: boolean): Finding | undefined {
  if ((marked.allBits & (bit.home | bit.life)) === 0) return undefined
  if (context.isPast || context.supposed.length > 0 || context.done.length > 0) return undefined
  const isMereMention = isOrdinaryMatter || has(marked, 0, bit.asks)
  for (let at = 0; at < marked.bits.length; at++) {
    if (!has(marked, at, bit.home | bit.life) || has(marked, at, bit.topic) || isNear(marked, at, bit.topic))
      continue
    const isTrouble = has(marked, at, bit.home) && isNear(marked, at, bit.trouble)
    if (!isTrouble && isMereMention && !has(marked, at, bit.life)) continue
    const said = quote(marked, Math.max(0, at - 3), Math.min(marked.bits.length, at + 4))
    return { lane: isTrouble ? 'repair' : 'urgent-need', said }
  }
  return undefined
}

function readAll(parts: string[]): Read[] {
  return parts.flatMap(readSentences).map((sentence) => {
    const marked = markSentence(sentence)
    return { marked, context: readContext(marked), live: [], talk: 0 }
  })
}

/** Fills `live` with what is really told in each sentence, and counts what is only talk. */
function findIn(reads: Read[], allBits: number) {
  const isRepetition = (allBits & bit.repeat) !== 0
  const isOrdinaryMatter = (allBits & bit.topic) !== 0
  for (const [at, read] of reads.entries()) {
    const { marked, context } = read
    for (const match of findMatches(marked, 'decisions')) {
      const isWeak = match.label.endsWith('?')
      const isTalk = isWeak
        ? isRepetition || (match.label === 'D?' && isOrdinaryMatter)
        : !match.label.startsWith('E') && isOnlyTalk(marked, context, match)
      const lane = laneOfLetter[match.label[0] ?? ''] ?? 'urgent-need'
      if (isTalk) read.talk++
      else read.live.push({ lane, said: quote(marked, match.start, match.end) })
    }
    const doubt = read.live.length === 0 && read.talk === 0 ? findDoubt(read, isOrdinaryMatter) : undefined
    if (doubt) read.live.push(doubt)
    // "The boiler broke down in May. Your man came and fixed it."
    const before = reads[at - 1]
    const endsIt = context.done.length > 0 && read.live.length === 0 && !context.isPresent
    if (before && endsIt && !before.context.isPresent) {
      before.live = before.live.filter((found) => found.lane === 'protected' || found.lane === 'urgent-need')
    }
  }
}

function isLanguageKnown(reads: Read[]): boolean {
  let known = 0
  let all = 0
  for (const { marked } of reads) {
    for (const [at, { form }] of marked.sentence.words.entries()) {
      if (form <= '9999') continue
      all++
      if (marked.understood[at]) known++
    }
  }
  return all > 0 && known * 2 >= all
}

const asksSomething =
  /\b(please (confirm|let us know|tell us|reply|send)|let us know|can you|could you|are you able)\b/iu

/** What a receipt for an appeal prints: whatever comes under it is about the appeal (E1). */
const appealReference = /\bA-[0-9A-Z]{4}-[0-9A-Z]{4}\b/u

/** A few words under a letter that asked something are taken as the answer to it (E8). */
function answersUs(reads: Read[], quoted: string): boolean {
  const words = reads.reduce((sum, { marked }) => sum + marked.bits.length, 0)
  return words <= 15 && asksSomething.test(quoted)
}

/**
 * The lane for one message. Pure, total and deterministic; reads at most 25,000 characters of body. It can only let more through:
 * `ordinary` needs a language we know, a matter we know to be ordinary, and no sign of anything else.
 */
export function judge(message: Message): Judgement {
  if (message.unreadable) return pass('urgent-need', 'could not be read')
  const { parts, quoted, wasCut } = selectText(message)
  const reads = readAll(parts)
  const allBits = reads.reduce((bits, { marked }) => bits | marked.allBits, 0)
  findIn(reads, allBits)
  const findings = reads.flatMap((read) => read.live)
  // B12: damp where someone is ill is an emergency even when the two are told in different sentences
  const isDampWithIllness = (allBits & bit.damp) !== 0 && (allBits & bit.health) !== 0
  const laneOf = ({ lane }: Finding) => (isDampWithIllness && lane === 'repair' ? 'emergency-repair' : lane)
  for (const lane of lanes) {
    const said = [...new Set(findings.filter((found) => laneOf(found) === lane).map((found) => found.said))]
    if (said.length > 0)
      return pass(lane, ...said.slice(0, mostReasons), ...(wasCut ? ['too long to read whole'] : []))
  }
  // File names alone are no message: a picture may show anything
  const hasText = parts.slice(0, 2).some((part) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(part))
  if (!hasText) return pass('urgent-need', 'nothing to read')
  if (wasCut) return pass('urgent-need', 'too long to read whole')
  const [reference] = parts.slice(0, 2).join(' ').match(appealReference) ?? []
  if (reference) return pass('protected', reference)
  if (answersUs(reads, quoted)) return pass('protected', 'answers our question')
  if (!isLanguageKnown(reads)) return pass('urgent-need', 'language not known')
  if ((allBits & (bit.topic | bit.manner)) === 0) return pass('urgent-need', 'not clear what this is about')
  return { lane: 'ordinary', why: [] }
}
